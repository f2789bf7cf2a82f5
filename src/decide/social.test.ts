import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../language/locale.ts';
import { supportSentences } from '../language/support-sentences.fixture.ts';
import { asksPerson } from '../tone/asks-person.ts';
import { allCues } from '../tone/cues/all-cues.ts';
import { type Cues, compileCues } from '../tone/cues.ts';
import { socialOf } from './social.ts';
import { aboutPersons, forPerson } from './social-sentences.fixture.ts';

const others: readonly (readonly [string, string])[] = [
  ...[
    'hi',
    'Hello!',
    'good morning',
    'hola',
    'Buenos días',
    'Hallo',
    'Guten Tag!',
    'bonjour',
    'Salut',
    'Olá',
    'bom dia',
    'Привет',
    'Здравствуйте!',
    'مرحبا',
    'السلام عليكم',
    '你好',
    '您好！',
    '在吗',
    'こんにちは',
    'おはようございます',
  ].map((text) => [text, 'greeting'] as const),
  ...[
    'thanks',
    'Thank you very much!',
    'ok thanks',
    'gracias',
    'Vielen Dank',
    'danke!',
    'merci beaucoup',
    'obrigada',
    'спасибо',
    'شكرا',
    '谢谢',
    '谢谢您',
    'ありがとうございます',
    'bye',
  ].map((text) => [text, 'thanks'] as const),
  ...[
    'are you a robot?',
    'Am I talking to a human?',
    'is this a bot',
    'what can you do?',
    'who are you',
    '¿Eres un robot?',
    'Bist du ein Mensch?',
    'Sind Sie ein Roboter?',
    'Es-tu un robot ?',
    'Você é um robô?',
    'ты робот?',
    'вы человек?',
    'هل أنت روبوت؟',
    '你是机器人吗',
    '你是真人吗？',
    'あなたはロボットですか？',
    '人間ですか',
  ].map((text) => [text, 'about-me'] as const),
];

const cues = Object.fromEntries(languages.map((language) => [language, compileCues(allCues[language], language)])) as Record<
  Language,
  Cues
>;

const table = (lists: Record<Language, readonly string[]>) =>
  languages.flatMap((language) => lists[language].map((text) => [language, text] as const));

const withTopic = [
  'I want to talk to a real person about my card',
  'please connect me with one of your colleagues, the parcel was opened',
  'can a colleague of yours call me back',
  'quiero hablar con una persona real sobre mi tarjeta',
  'páseme con un agente por lo de la factura',
  'Ich möchte mit einem echten Menschen über meine Karte sprechen',
  'je veux parler à une vraie personne au sujet de ma carte',
  'quero falar com uma pessoa de verdade sobre o meu cartão',
  'хочу поговорить с живым человеком о моей карте',
  'أريد التحدث مع شخص حقيقي عن طلبي',
  '我想和真人谈谈我的银行卡',
  'カードについて本物の人と話したいです',
];
const withoutWish = [
  'I do not want to talk to a person, just tell me the price',
  'can I talk to people while I wear the earbuds?',
  'does the watch speak to me with a human voice?',
  'ich will nicht mit einem Mitarbeiter sprechen',
  'не хочу говорить с оператором',
  '我不想和真人聊',
  'how do I share the photos with a person',
];

describe('socialOf', () => {
  it.each(withTopic)('takes %j for a wish to reach a person, whatever else it tells of', (text) => {
    expect(socialOf(text)).toBe('person');
  });

  it.each(withoutWish)('takes %j for no such wish', (text) => {
    expect(socialOf(text)).toBeUndefined();
  });

  it.each(table(forPerson))('in %s takes %j for a wish to reach a person, with the words of the language', (language, text) => {
    expect(socialOf(text) === 'person' || asksPerson(text, cues[language])).toBe(true);
  });

  it.each(table(aboutPersons))('in %s takes %j for a question', (language, text) => {
    expect(socialOf(text)).toBeUndefined();
    expect(asksPerson(text, cues[language])).toBe(false);
  });

  it.each(others)('takes %j for %s', (text, social) => {
    expect(socialOf(text)).toBe(social);
  });

  it.each(languages)('takes every everyday question of %s for a question', (language) => {
    const talk = supportSentences[language].filter((text) => socialOf(text) !== undefined);
    expect(supportSentences[language].filter((text) => asksPerson(text, cues[language]) && !/speak to someone/.test(text))).toEqual([]);
    // One of the English ones does ask for someone.
    expect(talk.filter((text) => !/speak to someone/.test(text))).toEqual([]);
  });

  it.each([
    'hello, where is my order',
    'thanks but it still blinks',
    'Hi! Refund?',
    'ok',
    'bonjour, je veux retourner un article',
    '你好，怎么退货',
    'こんにちは、返品したいです',
    'person to person delivery',
    'how do you work with customs',
    'what can you do about my broken lamp?',
    'who are you shipping with?',
  ])('does not let politeness hide a question: %j', (text) => {
    expect(['person', 'greeting', 'about-me']).not.toContain(socialOf(text));
  });

  it.each([
    'this is ridiculous get me a human now',
    'I am so angry my parcel is lost AGAIN, I want a human',
    'WTF!!! stop this bot nonsense and give me a real person',
    'Ich bin stinksauer! Ich will sofort einen Menschen sprechen!',
    'Was soll der Mist, gib mir einen echten Mitarbeiter',
    'Ya está bien, pásame con una persona de verdad, llevo tres días esperando',
    'C’est inadmissible, passez-moi un conseiller humain immédiatement',
    'Que vergonha, me passa um atendente, já é a terceira vez',
    'Это безобразие! Дайте мне живого человека!',
    'هذه مهزلة، حولني إلى موظف الآن',
    '垃圾服务！气死我了，我要找人工客服！',
    'もういい加減にしろ、担当者を出せ',
  ])('hears the wish for a person through anger: %j', (text) => {
    expect(socialOf(text)).toBe('person');
  });

  it.each([
    'do I need a person at home to sign for the parcel?',
    'I do not want a human, just tell me where my parcel is',
    'get me a person-sized box',
    'Ich will keinen Menschen sprechen, nur meine Rechnung',
    'Muss ein Mitarbeiter die Lampe montieren?',
    '不要人工客服，直接告诉我怎么退货',
    '请问人工客服几点上班',
    'дайте мне скидку как сотруднику',
    'quero saber se o atendente da loja aceita cartão',
  ])('hears none in %j', (text) => {
    expect(socialOf(text)).not.toBe('person');
  });

  it('takes the same message with invisible characters, in full width or in capitals for the same', () => {
    expect(socialOf('H\u200Be\u200Bllo')).toBe('greeting');
    expect(socialOf('ＨＵＭＡＮ ＰＬＥＡＳＥ')).toBe('person');
    expect(socialOf('I WANT TO TALK TO A PERSON')).toBe('person');
  });

  it('takes no time, whatever it is given', () => {
    const pieces = [
      'hi ',
      'please ',
      'i want to ',
      'talk to ',
      'a human',
      'no, ',
      '请',
      '人',
      '我想',
      'с ',
      'の',
      'と話し',
      '!',
      ' ',
      '¿',
      '吗',
      'مع ',
      'thanks ',
    ];
    const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => `${list.join('')}x`);
    const started = performance.now();
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => void socialOf(text)),
      { numRuns: 2000 },
    );
    for (const piece of pieces)
      for (const count of [3, 10, 20, 60, 2000]) for (const end of ['', 'x', '?']) socialOf(piece.repeat(count).slice(0, 2000) + end);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
