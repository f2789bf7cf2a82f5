import type { GuideNode, GuideOption } from '../../../src/guide/guide.ts';
import type { Random } from './random.ts';
import type { Truth } from './truth.ts';

/** How a simulated visitor talks. */
export const manners = ['plain', 'noisy', 'wordy', 'unsure', 'wrong once'] as const;
export type Manner = (typeof manners)[number];

/** What the visitors say of their own, in one language. Nothing here is taken from the engine's word lists. */
interface Speech {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly around: readonly (readonly [before: string, after: string])[];
  readonly dontKnow: readonly string[];
  readonly takeBack: readonly string[];
  readonly gone: readonly string[];
  readonly notGone: readonly string[];
}

const speech: Readonly<Record<'en' | 'zh', Speech>> = {
  en: {
    yes: ['yes', 'yep', 'yes it does', 'yeah, it is like that', 'that is the case', 'right', 'yes I checked'],
    no: ['no', 'nope', 'no it does not', 'not at all', 'it is not like that', 'negative', 'no, I looked'],
    around: [
      ['ok so I went over and had a look at it, ', ', hope that helps'],
      ['my husband says ', ' and I agree with him'],
      ['thanks for helping me. I would say ', ''],
      ['let me see... ', ', at least that is what it looks like from here'],
    ],
    dontKnow: ['I have no idea', 'not sure about that', 'hard to tell', "can't say", 'I do not know how to find out'],
    takeBack: ['wait, I was wrong about the last one: ', 'sorry, my last answer was wrong, it is ', 'hang on, I made a mistake: '],
    gone: ['yes, it works now', 'that did it, thanks', 'problem solved', 'all good now'],
    notGone: ['no, still the same', 'that did not help', 'no change', 'it is still broken'],
  },
  zh: {
    yes: ['是的', '对', '嗯，是这样', '有的', '没错'],
    no: ['不是', '没有', '不，没这回事', '并没有', '不对'],
    around: [
      ['我刚去看了看，', '，麻烦你了'],
      ['我老公说', '，我也觉得是'],
      ['谢谢你帮忙，', ''],
    ],
    dontKnow: ['不知道', '我不清楚', '看不出来', '不太确定'],
    takeBack: ['等等，我刚才说错了，', '不好意思，上一个问题我答错了，', '等一下，上一题应该是'],
    gone: ['好了', '可以了，谢谢', '解决了', '现在正常了'],
    notGone: ['还是不行', '没用', '没有变化', '还是老样子'],
  },
};

/** One who has a fault, answers what is asked, and says whether a fix helped. */
export class Visitor {
  private readonly words: Speech;
  private readonly isForeignScript: boolean;
  private error: { readonly node: GuideNode; readonly right: GuideOption } | 'to come' | 'over';

  constructor(
    locale: string,
    private readonly manner: Manner,
    private readonly truth: Truth,
    private readonly random: Random,
  ) {
    this.isForeignScript = locale.startsWith('zh');
    this.words = this.isForeignScript ? speech.zh : speech.en;
    this.error = manner === 'wrong once' ? 'to come' : 'over';
  }

  afterFix(fix: string): string {
    return this.random.pick(fix === this.truth.fix ? this.words.gone : this.words.notGone);
  }

  reply(node: GuideNode): string {
    if (typeof this.error === 'object') {
      const { right } = this.error;
      this.error = 'over';
      return this.random.pick(this.words.takeBack) + this.inWords(right, true);
    }
    const right = this.truth.answerTo(node);
    if (right === undefined || (this.manner === 'unsure' && this.random.next() < 0.25)) return this.random.pick(this.words.dontKnow);
    const wrong = node.options.filter(({ id, next }) => id !== right.id && next !== 'person');
    if (this.error === 'to come' && wrong.length > 0 && this.random.next() < 0.5) {
      this.error = { node, right };
      return this.inWords(this.random.pick(wrong), false);
    }
    const said = this.inWords(right, false);
    if (this.manner === 'noisy') return this.slip(said);
    if (this.manner !== 'wordy') return said;
    const [before, after] = this.random.pick(this.words.around);
    return before + said + after;
  }

  /** @param isFull names the answer, so that it is clear which question it is about */
  private inWords({ label, phrasings = [], means }: GuideOption, isFull: boolean): string {
    const meaning = means ?? (/^(?:yes|是|有)$/i.test(label) ? 'yes' : /^(?:no|不是|没有)$/i.test(label) ? 'no' : undefined);
    if (!isFull && meaning === 'yes') return this.random.pick([...this.words.yes, ...phrasings]);
    if (!isFull && meaning === 'no') return this.random.pick([...this.words.no, ...phrasings]);
    return this.random.pick([label, ...phrasings]).toLowerCase();
  }

  /** One or two slips of the finger in longer words, no capitals, no full stops. */
  private slip(text: string): string {
    if (this.isForeignScript) return `${text.replace(/[，。]/g, '')}${this.random.pick(['', '吧', '啊'])}`;
    const words = text.toLowerCase().replace(/[.,!]/g, '').split(' ');
    const long = words.flatMap((word, index) => (/^[a-z]{5,}$/.test(word) ? [index] : []));
    for (const index of this.random.shuffled(long).slice(0, 2)) words[index] = this.slipIn(words[index] as string);
    return words.join(' ');
  }

  private slipIn(word: string): string {
    const at = this.random.between(1, word.length - 2);
    const letter = word[at] as string;
    switch (this.random.between(0, 2)) {
      case 0:
        return word.slice(0, at) + (word[at + 1] as string) + letter + word.slice(at + 2);
      case 1:
        return word.slice(0, at) + word.slice(at + 1);
      default:
        return word.slice(0, at) + letter + word.slice(at);
    }
  }
}
