import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readsAsFollowUp } from './follow-up.ts';
import { type Language, languages } from './locale.ts';
import { supportSentences } from './support-sentences.fixture.ts';

const followUps: Record<Language, readonly string[]> = {
  en: [
    'and for France?',
    'what about returns then?',
    'How about express',
    'And if it is broken?',
    'but is it free?',
    'ok, and to Canada',
    'to Spain too?',
    'Also on sale items?',
    'same for headphones',
    'so what about gifts',
  ],
  zh: [
    '那法国呢？',
    '那么退货呢',
    '退货呢？',
    '还有保修呢',
    '如果坏了呢？',
    '那加急的呢',
    '但是我在国外',
    '好的，那运费呢',
    '那如果没人在家',
  ],
  es: [
    '¿y para Francia?',
    'y si está roto',
    '¿Y las devoluciones?',
    'qué pasa con los regalos',
    'pero ¿es gratis?',
    '¿qué tal exprés?',
    'vale, y a Canadá',
    '¿o por correo?',
    'también en rebajas?',
    '¿también?',
  ],
  de: [
    'und nach Frankreich?',
    'Was ist mit Rücksendungen?',
    'und wenn es kaputt ist',
    'aber ist das kostenlos?',
    'oder per Post?',
    'gut, und nach Kanada',
    'auch für Geschenke?',
    'wie sieht es mit Express aus',
    'Und die Garantie?',
  ],
  fr: [
    'et pour la France ?',
    'et les retours ?',
    "qu'en est-il des cadeaux",
    'mais est-ce gratuit ?',
    'et si c’est cassé ?',
    'ok, et au Canada',
    'ou par la poste ?',
    'aussi pour les soldes ?',
    'alors, et la garantie',
  ],
  pt: [
    'e para a França?',
    'e as devoluções?',
    'mas é grátis?',
    'e se estiver quebrado',
    'ou pelo correio?',
    'então, e para o Canadá',
    'que tal expresso?',
    'e quanto aos presentes',
    'também em promoção?',
  ],
  ar: [
    'وماذا عن الإرجاع؟',
    'ماذا عن فرنسا؟',
    'وإلى كندا؟',
    'وهل هو مجاني؟',
    'لكن هل هو مجاني',
    'أو بالبريد؟',
    'طيب، وكم السريع؟',
    'وماذا لو كان مكسورا',
    'وبالنسبة للهدايا؟',
  ],
  ru: [
    'а во Францию?',
    'и для подарков?',
    'а если сломано',
    'но это бесплатно?',
    'или почтой?',
    'хорошо, а в Канаду',
    'как насчет возврата',
    'что насчёт гарантии?',
    'для наушников тоже?',
  ],
  ja: [
    'フランスへは？',
    'では返品は？',
    'それなら速達は',
    'でも無料ですか',
    '返品は？',
    'あと保証は？',
    'じゃあ返品はどうですか',
    'それと送料は？',
    'はい、では海外は',
  ],
};

/** Questions of their own that start or end like a continuation. */
const ownQuestions: Record<Language, readonly string[]> = {
  en: [
    'Android app does not open',
    'Order 1234 has not come',
    'Butter stain on the lampshade',
    'Only one earbud works',
    'Even after a restart it blinks',
    'Oregon delivery time',
    'Is it so loud because of the fan?',
  ],
  zh: [
    '那个灯的电池怎么换',
    '如果没收到货怎么办',
    '但丁系列耳机多少钱',
    '还有货吗',
    '这款有保修吗',
    '怎么退货呢？',
    '退款什么时候到账呢',
    '那串号码在台灯的哪个地方',
    '说好三天到，今天第八天了，东西呢',
  ],
  es: [
    'O. Ramírez no ha recibido el paquete',
    'Yamaha compatible',
    'Otro color disponible',
    'También quiero devolver la lámpara que compré ayer',
  ],
  de: [
    'Odenwald Lieferung möglich',
    'Unterschied zwischen den Lampen',
    'Auch nach dem Neustart blinkt die Lampe rot',
    'Aberration im Display',
  ],
  fr: [
    'ou est mon colis',
    'Où en est ma commande ?',
    'Ouvrir un compte',
    'Etat de ma commande',
    'Aussitôt branché il chauffe',
    'y aura-t-il quelque chose à payer au livreur',
  ],
  pt: [
    'O produto chegou quebrado',
    'O pedido está atrasado',
    'o carregador não funciona',
    'Eu quero devolver',
    'e possivel devolver uma lampada',
  ],
  ar: ['وصل الطرد تالفا', 'ورق الطابعة غير متوفر', 'واي فاي لا يعمل', 'وزن المصباح', 'وقت التوصيل', 'أوروبا هل تشحنون إليها'],
  ru: ['аккаунт заблокирован', 'иногда мигает', 'Новый пароль не приходит', 'изменить адрес'],
  ja: [
    'はい、注文番号は一二三です',
    'あとどのくらいで届きますか',
    'じゃがいも色のケースはありますか',
    '保証で修理や交換を頼むには？',
    '明日の東京の天気は',
    '送料はいくらですか',
    'でんち交換の方法',
  ],
};

const cases = (table: Record<Language, readonly string[]>) =>
  languages.flatMap((language) => table[language].map((text) => [language, text] as const));

describe('readsAsFollowUp', () => {
  it.each(cases(followUps))('in %s takes %j for a continuation', (_, text) => {
    expect(readsAsFollowUp(text)).toBe(true);
  });

  it.each(cases(ownQuestions))('in %s takes %j for a question of its own', (_, text) => {
    expect(readsAsFollowUp(text)).toBe(false);
  });

  it.each(languages)('takes no everyday sentence of %s for a continuation', (language) => {
    expect(supportSentences[language].filter(readsAsFollowUp)).toEqual([]);
  });

  it('never throws and takes no time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readsAsFollowUp(text) === 'boolean'));
    for (const text of [
      'and '.repeat(12_000),
      ' '.repeat(50_000),
      'ok, '.repeat(12_000),
      `also for ${'a'.repeat(2000)} b c d e f`,
      `${'呢'.repeat(50_000)}x`,
      `then${' ?'.repeat(25_000)}x`,
    ]) {
      const started = performance.now();
      readsAsFollowUp(text);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
