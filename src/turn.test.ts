import { describe, expect, it } from 'vitest';
import { documentOf } from './content/answer-document.ts';
import type { Content } from './content/unit.ts';
import type { Input, TurnContext } from './decide/input.ts';
import { type ConversationState, emptyState } from './decide/state.ts';
import { knowledgeOf } from './knowledge.fixture.ts';
import type { Locale } from './language/locale.ts';
import { hashEncoder } from './retrieve/hash-encoder.fixture.ts';
import { shopLocales, smallShop, unitOf } from './small-shop.fixture.ts';
import { allCues } from './tone/cues/all-cues.ts';
import { compileCues } from './tone/cues.ts';
import { type Agent, takeTurn } from './turn.ts';

const contact = smallShop.site.contact;

async function agentOf(content: Content, ...locales: Locale[]): Promise<Agent> {
  return { knowledge: await knowledgeOf(content, locales), policy: { contact }, siteName: content.site.name };
}
const contextOf = (locale: Locale): TurnContext => ({ locale, now: '2026-05-01T12:00:00Z' });
const say = (text: string): Input => ({ kind: 'question', text });
const unitsOf = ({ parts }: { parts: readonly { decision: { kind: string; unit?: string } }[] }) =>
  parts.map(({ decision }) => decision.unit);

const english = await agentOf(smallShop, 'en');
const ask = (text: string, state: ConversationState = emptyState) => takeTurn(say(text), state, english, contextOf('en'));

describe('takeTurn', () => {
  it.each(shopLocales)('answers each title of the %s units with that unit', async (locale) => {
    const agent = await agentOf(smallShop, locale);
    for (const unit of smallShop.units) {
      const title = unit.variants.get(locale)?.question ?? '';
      const { parts } = await takeTurn(say(title), emptyState, agent, contextOf(locale));
      expect(parts, title).toHaveLength(1);
      expect(parts[0].decision, title).toMatchObject({ kind: 'answer', unit: unit.id, locale });
      expect(parts[0].reply.answer?.document).toEqual(unit.variants.get(locale)?.answer);
    }
  });

  it('answers two questions of one message, each for itself, in their order', async () => {
    const turn = await ask('I forgot my password. Is there a warranty? How can I pay?');
    expect(turn.parts.map(({ text }) => text)).toEqual(['I forgot my password. Is there a warranty?', 'How can I pay?']);
    const plain = await ask('Is there a warranty? How can I pay?');
    expect(unitsOf(plain)).toEqual(['warranty', 'payment']);
    expect(plain.parts.map(({ reply }) => reply.answer?.unit)).toEqual(['warranty', 'payment']);
    expect(plain.next.topic?.unit).toBe('payment');
  });

  it.each<[Locale, string]>([
    ['zh', '有保修吗？可以怎么付款？'],
    ['es', '¿Hay garantía? ¿Cómo puedo pagar?'],
    ['ar', 'هل يوجد ضمان؟ كيف يمكنني الدفع؟'],
    ['ja', '保証はありますか？どうやって支払えますか？'],
  ])('answers two questions in %s', async (locale, message) => {
    const agent = await agentOf(smallShop, locale);
    expect(unitsOf(await takeTurn(say(message), emptyState, agent, contextOf(locale)))).toEqual(['warranty', 'payment']);
  });

  it('carries the topic on: a follow-up is read with what it follows', async () => {
    const first = await ask('How long does delivery take?');
    expect(unitsOf(first)).toEqual(['delivery-time']);
    const second = await ask('and for France?', first.next);
    expect(second.parts[0].decision.candidates[0]?.unit).toBe('delivery-france');
    const third = await ask('what about returns then?', second.next);
    expect(third.parts[0].decision.candidates[0]?.unit).toMatch(/^return-/);
    const alone = await ask('and for France?');
    expect(alone.parts[0].decision.kind).not.toBe('answer');
  });

  it('leads on with "not yet", and in the end to a person', async () => {
    let { next } = await ask('How long does delivery take?');
    const shown = ['delivery-time'];
    for (let turn = 0; turn < 8; turn += 1) {
      const taken = await takeTurn({ kind: 'not-solved' }, next, english, contextOf('en'));
      const { decision, reply } = taken.parts[0];
      next = taken.next;
      if (decision.kind !== 'answer') {
        expect(decision.kind).toBe('escalate');
        expect(reply.text).toContain('help@small.example');
        return;
      }
      expect(shown).not.toContain(decision.unit);
      shown.push(decision.unit);
    }
    expect.fail('never came to a person');
  });

  it('lets a choice be taken by pressing it, by its number and in its own words', async () => {
    const offered = [
      { id: 'warranty', label: 'Is there a warranty?', locale: 'en' },
      { id: 'payment', label: 'How can I pay?', locale: 'en' },
    ];
    const state = { ...emptyState, topic: { text: 'something' }, offered };
    for (const input of [{ kind: 'choice', id: 'payment' } as const, say('2'), say('how can i pay?')]) {
      const { parts } = await takeTurn(input, state, english, contextOf('en'));
      expect(parts[0].decision).toMatchObject({ kind: 'answer', unit: 'payment', reason: { because: 'chosen' } });
    }
  });

  it('still knows the choices of one question after the answer to the next', async () => {
    const units = [
      unitOf('lamp-care', 'en', ['With a dry cloth.', 'How do I clean the lamp?', 'clean lamp', 'lamp cleaning']),
      unitOf('shade-care', 'en', ['By hand.', 'How do I clean the shade?', 'clean shade', 'shade cleaning']),
      ...smallShop.units,
    ];
    const { bases } = await knowledgeOf({ ...smallShop, units }, ['en']);
    const calibration = { words: { weights: [-10, 13], offerWeights: [-6, 20], answerFrom: 0.9 } };
    const agent = { ...english, knowledge: { bases: bases.map((base) => ({ ...base, calibration })) } };
    const { parts, next } = await takeTurn(say('How do I clean it? How can I pay?'), emptyState, agent, contextOf('en'));
    expect(parts.map(({ decision }) => decision.kind)).toEqual(['clarify', 'answer']);
    const second = await takeTurn(say('2'), next, agent, contextOf('en'));
    expect(second.parts[0].decision).toMatchObject({ kind: 'answer', reason: { because: 'chosen' } });
  });

  it('tells everything else in the visitor’s language and the unit in the one that it has', async () => {
    const german: Content = {
      ...smallShop,
      units: [unitOf('pickup', 'de', ['Ja, in Berlin.', 'Kann ich es im Laden abholen?', 'Abholung im Laden', 'selbst abholen'])],
    };
    const { parts } = await takeTurn(say('Kann ich es im Laden abholen?'), emptyState, await agentOf(german, 'de'), contextOf('fr'));
    expect(parts[0].reply).toMatchObject({ locale: 'fr', answer: { locale: 'de' } });
    expect(parts[0].reply.notes).toEqual(['Cette réponse n’existe qu’en allemand.']);
  });

  it('declines with the contact what the site knows nothing of', async () => {
    const { parts } = await ask('What is the capital of Peru?');
    expect(parts[0].decision.kind).toBe('decline');
    expect(parts[0].reply.text).toContain('help@small.example');
  });

  it('works with nothing to search at all', async () => {
    const bare: Agent = { knowledge: { bases: [] }, policy: { contact: {} }, siteName: '' };
    for (const text of ['where is my order', 'hello', '', 'a person please']) {
      const { parts } = await takeTurn(say(text), emptyState, bare, contextOf('en'));
      expect(parts[0].decision.kind).not.toBe('answer');
      expect(parts[0].reply.text).not.toBe('');
    }
  });

  it('answers with vectors too', async () => {
    const knowledge = await knowledgeOf(smallShop, ['en'], hashEncoder);
    const { parts } = await takeTurn(say('I forgot my password'), emptyState, { ...english, knowledge }, contextOf('en'));
    expect(parts[0].decision).toMatchObject({ kind: 'answer', unit: 'password' });
  });

  it('passes on what an encoder throws', async () => {
    const broken = { ...hashEncoder, encode: () => Promise.reject(new Error('weights lost')) };
    const knowledge = { bases: english.knowledge.bases, encoder: broken };
    await expect(takeTurn(say('password'), emptyState, { ...english, knowledge }, contextOf('en'))).rejects.toThrow('weights lost');
  });
});

describe('takeTurn on bad input', () => {
  it.each([
    ['50,000 characters of words', 'where is my parcel and why does it take so long '.repeat(1100).slice(0, 50_000)],
    ['50,000 characters without a space', 'x'.repeat(50_000)],
    ['50,000 spaces', ' '.repeat(50_000)],
    ['50,000 question marks', '?'.repeat(50_000)],
    ['50,000 Chinese characters', '我的订单在哪里怎么退货'.repeat(5000).slice(0, 50_000)],
    ['50,000 emoji', '😀'.repeat(25_000)],
    ['50,000 combining marks', `a${'\u0301'.repeat(50_000)}`],
    ['50,000 lines', 'a\n'.repeat(25_000)],
  ])('takes %s in a second', async (_, text) => {
    const started = performance.now();
    const { parts } = await ask(text);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(parts.length).toBeLessThanOrEqual(3);
  });

  it.each(['😀', '👍🏽🎉', '❤️', '?!', '…', '\u200B\u202E', '\uD83D'])('asks for words when there is nothing but %j', async (text) => {
    const { parts, next } = await ask(text);
    expect(parts[0].decision).toMatchObject({ kind: 'decline', reason: { because: 'no-question' } });
    expect(next).toEqual(emptyState);
  });

  it('takes markup for words, and gives none back that could run', async () => {
    const text = '<img src=x onerror=alert(1)> How can I pay? <script>alert("warranty")</script>';
    const { parts } = await ask(text);
    expect(parts.map((part) => part.text).join(' ')).toContain('<img src=x onerror=alert(1)>');
    for (const { reply } of parts) {
      expect(reply.lead + reply.reason).not.toContain('<');
      expect(JSON.stringify(reply.answer ?? {})).not.toContain('<');
    }
  });

  it('shows markup in an answer as the text that it is', async () => {
    const content = { ...smallShop, units: [unitOf('html', 'en', ['Write <b>bold</b> & "quoted".', 'How do I write bold?'])] };
    const { parts } = await takeTurn(say('How do I write bold?'), emptyState, await agentOf(content, 'en'), contextOf('en'));
    expect(parts[0].reply.answer?.document).toEqual(documentOf('Write <b>bold</b> & "quoted".'));
  });

  it('finds the same with bidi controls and zero-width characters inside the words', async () => {
    const { parts } = await ask('for\u200Bgot \u202Emy\u202C pass\u00ADword');
    expect(parts[0].decision.candidates[0]?.unit).toBe('password');
  });

  it('answers from units whose ids name properties of objects', async () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const names = ['apple', 'banana', 'cherry', 'plum'];
    const content = {
      ...smallShop,
      units: ids.map((id, index) =>
        unitOf(id, 'en', [`About ${names[index]}.`, `Where do I find ${names[index]}?`, `${names[index]} place`]),
      ),
    };
    const agent = await agentOf(content, 'en');
    for (const [index, id] of ids.entries()) {
      const { parts } = await takeTurn(say(`Where do I find ${names[index]}?`), emptyState, agent, contextOf('en'));
      expect(parts[0].decision).toMatchObject({ kind: 'answer', unit: id });
      const chosen = await takeTurn({ kind: 'choice', id }, emptyState, agent, contextOf('en'));
      expect(chosen.parts[0].decision).toMatchObject({ kind: 'answer', unit: id });
    }
    for (const id of ['valueOf', 'isPrototypeOf']) {
      const { parts } = await takeTurn({ kind: 'choice', id }, emptyState, agent, contextOf('en'));
      expect(parts[0].decision.kind).toBe('decline');
    }
    expect(({} as Record<string, unknown>).unit).toBeUndefined();
  });

  it('takes a locale that is none', async () => {
    for (const locale of ['', 'not a locale', '__proto__']) {
      const { parts } = await takeTurn(say('I forgot my password'), emptyState, english, contextOf(locale));
      expect(parts[0].reply.text).not.toBe('');
    }
  });

  it('survives being saved between two turns', async () => {
    const first = await ask('How long does delivery take?');
    const restored = JSON.parse(JSON.stringify(first.next));
    expect(await ask('and for France?', restored)).toEqual(await ask('and for France?', first.next));
  });
});

describe('a visitor who is upset', () => {
  const angry = 'This is the third time I write and nobody answers, this is a disgrace!';
  const upset = async () => ({ ...english, knowledge: { ...english.knowledge, cues: compileCues(allCues.en, 'en') } });

  it('is led to a person where nothing is sure, without being asked what was meant', async () => {
    const { parts, next } = await takeTurn(say(angry), emptyState, await upset(), contextOf('en'));
    expect(parts.at(-1)?.decision).toMatchObject({ kind: 'escalate', reason: { because: 'upset' } });
    expect(next.mood).toBeGreaterThan(0.4);
  });

  it('gets the solution first, and a way to a person beside it', async () => {
    const agent = await upset();
    const { next } = await takeTurn(say(angry), emptyState, agent, contextOf('en'));
    const { parts } = await takeTurn(say('Is there a warranty?'), next, agent, contextOf('en'));
    expect(parts[0].decision).toMatchObject({ kind: 'answer', unit: 'warranty' });
    expect(parts[0].reply.contact.length).toBeGreaterThan(0);
  });

  it('is not whoever just asks for a person', async () => {
    const { parts, next } = await takeTurn(say('is anybody there?'), emptyState, await upset(), contextOf('en'));
    expect(parts[0].decision).toMatchObject({ kind: 'escalate', reason: { because: 'asked-for-person' } });
    expect(next.mood).toBeUndefined();
  });

  it('is calm again after some calm messages', async () => {
    const agent = await upset();
    let { next } = await takeTurn(say(angry), emptyState, agent, contextOf('en'));
    for (const calm of ['How can I pay?', 'I forgot my password.', 'How long does delivery take?', 'Can I pay by card?'])
      ({ next } = await takeTurn(say(calm), next, agent, contextOf('en')));
    const { parts } = await takeTurn(say('Is there a warranty?'), next, agent, contextOf('en'));
    expect(parts[0].reply.contact).toEqual([]);
  });
});
