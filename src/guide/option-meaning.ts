import type { GuideNode, GuideOption, Meaning } from './guide.ts';
import { clausesOf, contraryOf, foldReply, isNegated, quantifiers, says, type Tongue } from './reply-text.ts';

const labelMeanings = new Map<string, Meaning | null>();

/** What an option's label says in one word, or undefined. */
export function meaningOf(option: GuideOption, tongue: Tongue): Meaning | undefined {
  if (option.means !== undefined) return option.means;
  const key = `${tongue.language} ${option.label}`;
  let meaning = labelMeanings.get(key);
  if (meaning === undefined) {
    meaning = readMeaning(foldReply(option.label), tongue) ?? null;
    if (labelMeanings.size > 2000) labelMeanings.clear();
    labelMeanings.set(key, meaning);
  }
  return meaning ?? undefined;
}

function readMeaning(label: string, tongue: Tongue): Meaning | undefined {
  if (says(label, 'unsure', 'lead', tongue)) return 'unsure';
  const [first = ''] = clausesOf(label, tongue);
  const isWord = (list: 'yes' | 'no') => says(first, list, 'whole', tongue) && !quantifiers.test(first);
  if (isWord('yes')) return 'yes';
  return isWord('no') ? 'no' : undefined;
}

/**
 * What each option says in one word: by its label, or because it negates the question or names its contrary. Of three ways
 * how something may be, one that is told with "not" is no "no".
 */
export function meaningsOf(node: GuideNode, tongue: Tongue): (Meaning | undefined)[] {
  const question = foldReply(node.question);
  const labels = node.options.map(({ label }) => foldReply(label));
  const negated = labels.map((label) => isNegated(label, tongue));
  const isOneNegated = negated.filter(Boolean).length === 1;
  const isPair = node.options.filter((option) => meaningOf(option, tongue) !== 'unsure').length === 2;
  return node.options.map((option, index) => {
    const own = meaningOf(option, tongue);
    if (own !== undefined) return own;
    const contrary = contraryOf(labels[index] as string, question, tongue);
    if (contrary !== 0) return contrary > 0 !== negated[index] ? 'yes' : 'no';
    return isOneNegated && isPair ? (negated[index] ? 'no' : 'yes') : undefined;
  });
}

/** What a folded label says beside its yes or no ("No, it is open"), or all of it. */
export function bodyOf(label: string, tongue: Tongue): string {
  const [first = '', ...rest] = clausesOf(label, tongue);
  const isHead = rest.length > 0 && (says(first, 'yes', 'whole', tongue) || says(first, 'no', 'whole', tongue));
  return isHead ? label.slice(label.indexOf(first) + first.length).replace(/^[\s,，、:;.!。！–—-]+/u, '') : label;
}
