import { emptyState } from '../../../src/decide/state.ts';
import { type Guide, guidePrefix } from '../../../src/guide/guide.ts';
import { type Agent, takeTurn } from '../../../src/turn.ts';
import type { Truth } from './truth.ts';
import type { Visitor } from './visitor.ts';

/** How one visitor got through one guide. */
export interface Walk {
  readonly isSolved: boolean;
  /** Questions put to the visitor, each time counted. */
  readonly questions: number;
  /** Fixes proposed. */
  readonly fixes: number;
  /** Processor time of each step, in milliseconds. */
  readonly milliseconds: readonly number[];
}

/** More turns than this help nobody. */
const mostTurns = 60;

export async function walkVisitor(agent: Agent, guide: Guide, locale: string, visitor: Visitor, truth: Truth): Promise<Walk> {
  const nodes = new Map(guide.nodes.map((node) => [node.id, node]));
  const milliseconds: number[] = [];
  let [questions, fixes] = [0, 0];
  let input: Parameters<typeof takeTurn>[0] = { kind: 'choice', id: `${guidePrefix}${guide.id}` };
  let state = emptyState;
  for (let count = 0; count < mostTurns; count += 1) {
    const started = process.cpuUsage();
    const turn = await takeTurn(input, state, agent, { locale, now: '2026-01-01T00:00:00Z' });
    const { user, system } = process.cpuUsage(started);
    milliseconds.push((user + system) / 1000);
    state = turn.next;
    const { walk } = turn.parts[0].decision;
    if (walk?.done !== undefined) return { isSolved: walk.done === 'fixed' && walk.node === truth.fix, questions, fixes, milliseconds };
    const node = nodes.get(walk?.node ?? '');
    if (node === undefined) fixes += 1;
    else questions += 1;
    input = { kind: 'question', text: node === undefined ? visitor.afterFix(walk?.node ?? '') : visitor.reply(node) };
  }
  return { isSolved: false, questions, fixes, milliseconds };
}
