import type { AnswerEvent } from '../../protocol/relay.ts';

const none = 'NONE';
/** A bracket that has not closed after so many characters was none. */
const longestMark = 130;

/**
 * Turns a model's text into events: what it says, without the marks, and then which of the units it cites. An answer that
 * cites none of them counts as none, whatever was said.
 */
export async function* readAnswer(text: AsyncIterable<string>, units: readonly string[]): AsyncIterable<AnswerEvent> {
  const known = new Set(units);
  const cites = new Set<string>();
  let held = '';
  let said = '';
  for await (const part of text) {
    held += part;
    if (said === '' && none.startsWith(held.trim())) continue;
    const { ready, rest } = splitMarks(held, (unit) => {
      if (known.has(unit)) cites.add(unit);
    });
    held = rest;
    if (ready === '') continue;
    said += ready;
    yield { kind: 'text', text: ready };
  }
  if (said === '' && held.trim() === none) {
    yield { kind: 'none' };
    return;
  }
  if (held !== '') yield { kind: 'text', text: held };
  yield cites.size === 0 ? { kind: 'none' } : { kind: 'end', cites: [...cites] };
}

/** Takes whole marks out; what may be the beginning of one is held back. */
function splitMarks(text: string, onMark: (unit: string) => void): { ready: string; rest: string } {
  const ready = text.replace(/ ?\[\[([^\]\n]{1,120})\]\]/g, (_, unit: string) => {
    onMark(unit.trim());
    return '';
  });
  const open = ready.search(/ ?\[(?:\[[^\]]*\]?)?$| $/);
  if (open === -1 || ready.length - open > longestMark) return { ready, rest: '' };
  return { ready: ready.slice(0, open), rest: ready.slice(open) };
}
