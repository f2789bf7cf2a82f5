import { describe, expect, it } from 'vitest';
import { type ConversationState, emptyState } from '../decide/state.ts';
import { knowledgeOf } from '../knowledge.fixture.ts';
import type { Locale } from '../language/locale.ts';
import { shopLocales, smallShop, unitOf } from '../small-shop.fixture.ts';
import { hashEncoder } from './hash-encoder.fixture.ts';
import type { Knowledge } from './knowledge.ts';
import { longestQuestion, recall, retrieve } from './retrieve.ts';

const following = (text: string): ConversationState => ({ ...emptyState, topic: { text } });
const bestFor = async (text: string, state: ConversationState, knowledge: Knowledge) =>
  (await retrieve(text, state, knowledge)).candidates[0]?.unit.id;
const ids = async (text: string, knowledge: Knowledge) =>
  (await retrieve(text, emptyState, knowledge)).candidates.map(({ unit }) => unit.id);

describe('retrieve', () => {
  it.each<[Locale, string, string]>([
    ['en', 'when will it get here, my parcel', 'delivery-time'],
    ['en', 'can I use paypal', 'payment'],
    ['zh', '包裹几天能到', 'delivery-time'],
    ['es', 'se me olvidó la contraseña', 'password'],
    ['de', 'Passwort vergessen', 'password'],
    ['fr', 'je veux retourner mon article', 'return-how'],
    ['pt', 'onde baixo a fatura', 'invoice'],
    ['ar', 'الضمان كم سنة', 'warranty'],
    ['ru', 'где скачать счёт', 'invoice'],
    ['ja', 'PayPalで支払いたい', 'payment'],
  ])('in %s finds %j', async (locale, text, unit) => {
    expect(await bestFor(text, emptyState, await knowledgeOf(smallShop, [locale]))).toBe(unit);
  });

  it.each(shopLocales)('finds each of its own %s phrasings in the unit that it stands in', async (locale) => {
    const knowledge = await knowledgeOf(smallShop, [locale]);
    for (const unit of smallShop.units) {
      const variant = unit.variants.get(locale);
      for (const phrasing of [variant?.question ?? '', ...(variant?.phrasings ?? [])]) {
        expect(await bestFor(phrasing, emptyState, knowledge), phrasing).toBe(unit.id);
      }
    }
  });

  it.each<[Locale, string, string]>([
    ['en', 'How long does delivery take?', 'and for France?'],
    ['es', '¿Cuánto tarda la entrega?', '¿y para Francia?'],
    ['zh', '多久能送到？', '那法国呢？'],
    ['ar', 'كم يستغرق التوصيل؟', 'وماذا عن فرنسا؟'],
    ['de', 'Wie lange dauert die Lieferung?', 'und nach Frankreich?'],
    ['fr', 'Combien de temps prend la livraison ?', 'et en France ?'],
    ['pt', 'Quanto tempo demora a entrega?', 'e para a França?'],
    ['ru', 'Сколько идёт доставка?', 'а во Францию?'],
    ['ja', '配送には何日かかりますか？', 'フランスへは？'],
  ])('in %s reads %j, then %j, as one question', async (locale, topic, followUp) => {
    const knowledge = await knowledgeOf(smallShop, [locale]);
    expect(await bestFor(followUp, following(topic), knowledge)).toBe('delivery-france');
  });

  it.each<[Locale, string, string, string]>([
    ['en', 'How long does delivery take?', 'what about returns then?', 'return'],
    ['es', '¿Cuánto tarda la entrega?', '¿y las devoluciones?', 'return'],
    ['zh', '多久能送到？', '那退货呢？', 'return'],
    ['ar', 'كم يستغرق التوصيل؟', 'وماذا عن الإرجاع؟', 'return'],
    ['en', 'How do I return an item?', 'and from France?', 'return-france'],
    ['es', '¿Cómo devuelvo un artículo?', '¿y desde Francia?', 'return-france'],
    ['zh', '怎么退货？', '那在法国呢？', 'return-france'],
    ['ar', 'كيف أرجع منتجا؟', 'ومن فرنسا؟', 'return-france'],
  ])('in %s after %j lets the words of %j lead', async (locale, topic, followUp, unit) => {
    const knowledge = await knowledgeOf(smallShop, [locale]);
    expect(await bestFor(followUp, following(topic), knowledge)).toContain(unit);
  });

  it('does not mix the topic before into a question of its own', async () => {
    const knowledge = await knowledgeOf(smallShop, ['en']);
    const alone = await retrieve('I forgot my password', emptyState, knowledge);
    expect(await retrieve('I forgot my password', following('How long does delivery take?'), knowledge)).toEqual(alone);
  });

  it('joins the texts of a follow-up, for the follow-up after it', async () => {
    const knowledge = await knowledgeOf(smallShop, ['en']);
    const { text } = await retrieve('and for France?', following('How long does delivery take?'), knowledge);
    expect(text).toBe('How long does delivery take? and for France?');
    const long = await retrieve('and for France?', following('x'.repeat(5000)), knowledge);
    expect(long.text.length).toBeLessThanOrEqual(longestQuestion);
    expect(long.text.endsWith('and for France?')).toBe(true);
  });

  it('names each unit once, told in the locale that the visitor prefers', async () => {
    const knowledge = await knowledgeOf(smallShop, ['pt', 'en']);
    const { candidates } = await retrieve('PayPal payment methods', emptyState, knowledge);
    expect(candidates[0]).toMatchObject({ unit: { id: 'payment' }, locale: 'pt' });
    expect(new Set(candidates.map(({ unit }) => unit.id)).size).toBe(candidates.length);
  });

  it('orders units that fit equally well by their ids', async () => {
    const twins = ['b', 'c', 'a'].map((id) => unitOf(id, 'en', ['Two days.', 'How long does it take?']));
    const knowledge = await knowledgeOf({ ...smallShop, units: twins }, ['en']);
    expect(await ids('how long does it take', knowledge)).toEqual(['a', 'b', 'c']);
  });

  it('finds nothing where there is nothing to search', async () => {
    const evidence = await retrieve('where is my order', emptyState, { bases: [] });
    expect(evidence).toMatchObject({ candidates: [], known: 0, topicWords: 0 });
    expect(evidence.calibration.answerFrom).toBe(1);
  });

  it('knows how much of a question it knows', async () => {
    const knowledge = await knowledgeOf(smallShop, ['en']);
    const own = await retrieve('reset password', emptyState, knowledge);
    const foreign = await retrieve('xylophone quartz giraffe', emptyState, knowledge);
    expect(own.known).toBeCloseTo(1);
    expect(foreign.known).toBe(0);
    expect(foreign.topicWords).toBe(3);
  });

  it('reads 50,000 characters in a moment, the first ones', async () => {
    const knowledge = await knowledgeOf(smallShop, ['en']);
    const started = performance.now();
    const evidence = await retrieve(`reset password ${'xyzzy plugh '.repeat(5000)}`, emptyState, knowledge);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(evidence.text.length).toBeLessThanOrEqual(longestQuestion);
    expect(evidence.candidates[0]?.unit.id).toBe('password');
  });
});

describe('retrieve with an encoder', () => {
  it('lets vectors speak beside the words', async () => {
    const knowledge = await knowledgeOf(smallShop, ['en'], hashEncoder);
    const { candidates } = await retrieve('reset my password', emptyState, knowledge);
    expect(candidates[0]?.unit.id).toBe('password');
    expect(candidates[0]?.meaning).toBeGreaterThan(0.5);
  });

  it('rests on words alone for a text without a vector', async () => {
    const silent = { ...hashEncoder, encode: async (texts: readonly string[]) => texts.map(() => null) };
    const knowledge = { ...(await knowledgeOf(smallShop, ['en'], hashEncoder)), encoder: silent };
    const alone = await retrieve('reset my password', emptyState, await knowledgeOf(smallShop, ['en']));
    const { candidates } = await retrieve('reset my password', emptyState, knowledge);
    expect(candidates.map(({ unit, score, meaning }) => [unit.id, score, meaning])).toEqual(
      alone.candidates.map(({ unit, score }) => [unit.id, score, 0]),
    );
  });

  it('finds a unit by its vector alone', async () => {
    const oneWay = {
      ...hashEncoder,
      encode: async (texts: readonly string[]) =>
        hashEncoder.encode(
          texts.map(() => 'reset password'),
          'question',
        ),
    };
    const knowledge = { ...(await knowledgeOf(smallShop, ['en'], hashEncoder)), encoder: oneWay };
    const { candidates } = await retrieve('xyzzy', emptyState, knowledge);
    expect(candidates[0]).toMatchObject({ unit: { id: 'password' }, phrasing: 0, answer: 0 });
  });

  it('rests on words alone where the encoder is none that the vectors were made with', async () => {
    const short = {
      ...hashEncoder,
      dimensions: 8,
      encode: async (texts: readonly string[]) => texts.map(() => new Float32Array(8).fill(0.3)),
    };
    const knowledge = { ...(await knowledgeOf(smallShop, ['en'], hashEncoder)), encoder: short };
    const { candidates } = await retrieve('reset my password', emptyState, knowledge);
    expect(candidates[0]?.unit.id).toBe('password');
    for (const { score, meaning } of candidates) {
      expect(score).not.toBeNaN();
      expect(meaning).toBe(0);
    }
  });

  it('asks the encoder once for a question and what it follows up on', async () => {
    const asked: (readonly string[])[] = [];
    const listening = {
      ...hashEncoder,
      encode: async (texts: readonly string[], role: 'question' | 'passage') => {
        asked.push(texts);
        return hashEncoder.encode(texts, role);
      },
    };
    const knowledge = { ...(await knowledgeOf(smallShop, ['en', 'es'], hashEncoder)), encoder: listening };
    expect(await bestFor('and for France?', following('How long does delivery take?'), knowledge)).toBe('delivery-france');
    expect(asked).toEqual([['and for France?', 'How long does delivery take?', 'How long does delivery take? and for France?']]);
  });
});

describe('recall', () => {
  it('finds units by id in the locale that the visitor prefers, in the order asked, and passes over unknown ids', async () => {
    const knowledge = await knowledgeOf(smallShop, ['ja', 'en']);
    const { candidates } = recall(['warranty', 'nothing', 'invoice', '__proto__', 'constructor'], emptyState, knowledge);
    expect(candidates.map(({ unit, locale }) => [unit.id, locale])).toEqual([
      ['warranty', 'ja'],
      ['invoice', 'ja'],
    ]);
  });

  it('finds nothing without knowledge', () => {
    expect(recall(['warranty'], emptyState, { bases: [] }).candidates).toEqual([]);
  });
});
