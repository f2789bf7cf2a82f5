import { foldReply } from '../../../guide/reply-text.ts';
import type { Flowchart } from './flowchart.ts';

/** What a box says that only marks the beginning, and an arrow that only leads on. */
const begins =
  /^(?:(?:re)?start|begin|beginning|anfang|beginn|inicio|comienzo|début|départ|início|começo|начало|старт|البداية|ابدأ|开始|開始|スタート)$/u;
const leadsOn = /^(?:|ok|okay|next|continue|start|weiter|siguiente|suivant|próximo|seguinte|далее|التالي|下一步|继续|次へ)$/u;
const asks = /[?？؟]/u;

type Drawn = Pick<Flowchart, 'nodes' | 'edges' | 'symptoms'>;

/**
 * The chart from its first question on: a first box that asks nothing and leads on by one arrow tells what the chart is
 * about. Its words become a symptom, but for "Start", and arrows back to it lead to what follows it.
 */
export function withoutOpeningBoxes<Chart extends Drawn>(chart: Chart): Chart {
  let { nodes, edges, symptoms } = chart;
  for (;;) {
    const opening = startOf({ nodes, edges });
    const box = nodes.find(({ id }) => id === opening);
    const [onward, ...others] = edges.filter(({ from }) => from === opening);
    const isQuestionNext = edges.some(({ from, to }) => from === onward?.to && to !== from) && onward?.to !== opening;
    if (box === undefined || onward === undefined || others.length > 0 || !isQuestionNext) break;
    const isPlain = box.kind === undefined ? leadsOn.test(words(onward.label)) : box.kind === 'question' && onward.label.trim() === '';
    if (!isPlain || asks.test(box.text)) break;
    const told = box.text.replace(/\s+/g, ' ').trim();
    if (told !== '' && !begins.test(words(told)) && !symptoms.includes(told)) symptoms = [...symptoms, told];
    nodes = nodes.filter((node) => node !== box);
    edges = edges.filter((edge) => edge !== onward).map((edge) => (edge.to === opening ? { ...edge, to: onward.to } : edge));
  }
  return { ...chart, nodes, edges, symptoms };
}

/** The node that nothing leads to; else the first one. */
export function startOf({ nodes, edges }: Pick<Flowchart, 'nodes' | 'edges'>): string | undefined {
  const reached = new Set(edges.map(({ to }) => to));
  return nodes.find(({ id }) => !reached.has(id) && edges.some(({ from }) => from === id))?.id ?? nodes[0]?.id;
}

function words(text: string): string {
  return foldReply(text).replace(/[^\p{L}]+$/u, '');
}
