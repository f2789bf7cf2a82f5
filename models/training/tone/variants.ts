import type { Language } from '../../../src/language/locale.ts';

/** A row of `sentences.tsv`; sentences of one index and label are translations of one another, more or less. */
export interface Sentence {
  readonly language: Language;
  readonly upset: boolean;
  readonly text: string;
  readonly index: number;
}

export interface Variant {
  readonly text: string;
  readonly history: readonly string[];
  readonly upset: boolean;
}

const thanks: Readonly<Record<Language, string>> = {
  en: 'Thank you.',
  zh: '谢谢。',
  es: 'Gracias.',
  de: 'Vielen Dank.',
  fr: 'Merci.',
  pt: 'Obrigado.',
  ar: 'شكرا.',
  ru: 'Спасибо.',
  ja: 'よろしくお願いします。',
};
const greetings: Readonly<Record<Language, string>> = {
  en: 'Hello,',
  zh: '你好，',
  es: 'Hola,',
  de: 'Hallo,',
  fr: 'Bonjour,',
  pt: 'Olá,',
  ar: 'مرحبا،',
  ru: 'Здравствуйте,',
  ja: 'こんにちは。',
};

/** The sentence as it stands, then in other moods of typing: politer, louder, with faces, within more, said again. */
export function variantsOf(sentence: Sentence, all: readonly Sentence[]): Variant[] {
  const { language, upset, text, index } = sentence;
  const bare = text.replace(/[.!?。！？؟]+$/u, '');
  const fault = all.find((each) => each.language === language && !each.upset && each.index === (index + 5) % 20)?.text ?? '';
  const said = (variant: string, isUpset = upset, times = 0): Variant => ({
    text: variant,
    history: Array.from({ length: times }, () => variant),
    upset: isUpset,
  });
  return [
    said(text),
    said(`${greetings[language]} ${text} ${thanks[language]}`),
    said(text.toUpperCase()),
    said(`${bare}!`),
    said(`${fault} ${text}`),
    said(`${text} 😡`, true),
    said(`${text} 😞`),
    said(text, upset, 1),
    said(text, true, 2),
    ...(upset ? [said(`${bare}!!!`), said(`${bare}?!`), said(`${text.toUpperCase()}!!`)] : [said(`${text} 😊`), said(`${bare}??`)]),
  ];
}
