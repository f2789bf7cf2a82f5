import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../content/answer-document.ts';
import type { Contact } from '../content/unit.ts';
import type { Decision, Reason } from '../decide/decision.ts';
import { languages, spokenLanguage } from '../language/locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import { type AnswerContext, answer } from './answer.ts';
import { ar } from './phrases/ar.ts';
import { de } from './phrases/de.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { ja } from './phrases/ja.ts';
import { fill, type Phrases } from './phrases/phrases.ts';
import { pt } from './phrases/pt.ts';
import { ru } from './phrases/ru.ts';
import { zh } from './phrases/zh.ts';

const phrases: Record<string, Phrases> = { en, zh, es, de, fr, pt, ar, ru, ja };
const contact: Contact = {
  email: 'help@shop.example',
  phone: '+49 (30) 123-456',
  url: 'https://shop.example/contact',
  hours: { en: '9 to 5', de: '9 bis 17 Uhr' },
};
const unit: PackedUnit = {
  id: 'a',
  title: 'Can I pay by card?',
  answer: documentOf('Yes.\nAny card.'),
  source: 'https://shop.example/pay',
};
const scoped: PackedUnit = {
  ...unit,
  id: 'scoped',
  when: ['in', ['get', 'market'], ['list', 'EU', 'GB']],
  limits: { market: ['EU', 'GB'], product: ['Lamp'] },
};

function contextOf(locale: string, known: AnswerContext['known'] = {}): AnswerContext {
  return { locale, siteName: 'Small Shop', policy: { contact: {} }, known, unit: (id) => [unit, scoped].find((each) => each.id === id) };
}
const grounds = { confidence: 0.9, candidates: [], tier: 'pack' } as const;
const answerFrom = (id: string, locale: string, known: AnswerContext['known'] = {}, unitLocale = locale) =>
  answer(
    { ...grounds, kind: 'answer', unit: id, locale: unitLocale, reason: { because: 'sure', question: unit.title, confidence: 0.912 } },
    contextOf(locale, known),
  );
const choices = [
  { id: 'a', label: 'Pay by card', locale: 'en' },
  { id: 'b', label: '银行转账', locale: 'zh' },
];

const reasons: readonly Reason[] = [
  { because: 'sure', question: 'Q', confidence: 0.5 },
  { because: 'chosen', question: 'Q' },
  { because: 'next-best', question: 'Q' },
  { because: 'several-close', count: 3 },
  { because: 'nothing-fits' },
  { because: 'nothing-left' },
  { because: 'not-here', question: 'Q' },
  { because: 'no-question' },
  { because: 'greeting' },
  { because: 'thanks' },
  { because: 'about-me' },
  { because: 'asked-for-person' },
];
const decisions: readonly Decision[] = reasons.flatMap((reason): Decision[] => [
  { ...grounds, reason, kind: 'answer', unit: 'scoped', locale: 'ja' },
  { ...grounds, reason, kind: 'answer', unit: 'gone', locale: 'en' },
  { ...grounds, reason, kind: 'clarify', choices },
  { ...grounds, reason, kind: 'decline', contact },
  { ...grounds, reason, kind: 'decline', contact: {} },
  { ...grounds, reason, kind: 'escalate', contact },
  { ...grounds, reason, kind: 'escalate', contact: {} },
]);

describe.each(languages)('the phrases in %s', (language) => {
  const own = phrases[language] as Phrases;

  it('are all there and have the same places to fill in as the English ones', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(en).sort());
    for (const [name, phrase] of Object.entries(own)) {
      expect(phrase.trim()).toBe(phrase);
      expect(phrase).not.toBe('');
      const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
      expect(places(phrase), name).toEqual(places(en[name as keyof Phrases]));
    }
  });

  it('are filled in whatever is decided', () => {
    for (const decision of decisions) {
      const reply = answer(decision, contextOf(language));
      for (const text of [reply.lead, reply.reason, reply.text, ...reply.notes]) expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(reply.reason).not.toBe('');
      expect(reply.text).not.toBe('');
      expect(reply.locale).toBe(language);
    }
  });

  it('never promise a person where there is no way to reach one', () => {
    for (const decision of decisions) {
      const { text, lead, contact: ways } = answer(decision, contextOf(language));
      if (ways.length > 0) continue;
      expect(text).not.toContain(own.personHere);
      if (decision.kind === 'escalate') expect(lead).toContain(own.noContact);
    }
  });
});

describe('answer', () => {
  it('lets the unit speak for itself', () => {
    const reply = answerFrom('a', 'en');
    expect(reply).toMatchObject({ lead: '', notes: [], choices: [], contact: [], text: 'Yes.\nAny card.' });
    expect(reply.answer).toEqual({ unit: 'a', title: unit.title, locale: 'en', document: unit.answer, source: unit.source });
    expect(reply.reason).toContain('91%');
  });

  it('says that nothing fits where the unit is gone', () => {
    const reply = answerFrom('gone', 'en');
    expect(reply.answer).toBeUndefined();
    expect(reply.text).toBe(en.nothingFits);
  });

  it('says what a unit is limited to where that could not be checked, and only there', () => {
    expect(answerFrom('scoped', 'en').notes).toEqual([fill(en.appliesTo, { list: 'EU, GB, Lamp' })]);
    expect(answerFrom('scoped', 'en').text).toContain('EU, GB, Lamp');
    expect(answerFrom('scoped', 'en', { market: 'EU' }).notes).toEqual([]);
  });

  it('says which language an answer is in where it is not the visitor’s, a region apart', () => {
    expect(answerFrom('a', 'de', {}, 'en').notes).toEqual([fill(de.onlyIn, { language: 'Englisch' })]);
    expect(answerFrom('a', 'zh', {}, 'fr').notes).toEqual([fill(zh.onlyIn, { language: '法语' })]);
    expect(answerFrom('a', 'pt-BR', {}, 'pt-PT').notes).toEqual([]);
  });

  it('names the language of a choice that the visitor’s own does not have', () => {
    const foreign = [{ id: 'guide:g', label: 'Lamp stays dark', locale: 'en' }];
    const reply = answer(
      { ...grounds, kind: 'clarify', choices: foreign, reason: { because: 'several-close', count: 2 } },
      contextOf('de'),
    );
    expect(reply.choices.map(({ label }) => label)).toEqual(['Lamp stays dark (Englisch)']);
  });

  it('numbers the choices', () => {
    const reply = answer({ ...grounds, kind: 'clarify', choices, reason: { because: 'several-close', count: 2 } }, contextOf('en'));
    expect(reply.choices.map(({ id }) => id)).toEqual(choices.map(({ id }) => id));
    expect(reply.text).toBe(`${en.whichOne}\n1. Pay by card\n2. 银行转账 (Chinese)`);
    expect(reply.reason).toContain('2');
  });

  it('gives every way to reach a person, with links and the hours in the visitor’s language', () => {
    const reply = answer({ ...grounds, kind: 'escalate', contact, reason: { because: 'asked-for-person' } }, contextOf('de-AT'));
    expect(reply.contact).toEqual([
      { label: de.email, text: 'help@shop.example', href: 'mailto:help@shop.example' },
      { label: de.phone, text: '+49 (30) 123-456', href: 'tel:+4930123456' },
      { label: de.website, text: 'https://shop.example/contact', href: 'https://shop.example/contact' },
      { label: de.hours, text: '9 bis 17 Uhr' },
    ]);
    for (const { text } of reply.contact) expect(reply.text).toContain(text);
  });

  it('gives the hours in some language rather than none, and none without a way to reach anyone', () => {
    const hoursFor = (locale: string, ways: Contact) =>
      answer({ ...grounds, kind: 'escalate', contact: ways, reason: { because: 'asked-for-person' } }, contextOf(locale)).contact.find(
        ({ href }) => href === undefined,
      )?.text;
    expect(hoursFor('ja', contact)).toBe('9 to 5');
    expect(hoursFor('en', { hours: { en: '9 to 5' } })).toBeUndefined();
  });

  it('never links to anything that could run', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', ' JavaScript:alert(1)']) {
      const reply = answer({ ...grounds, kind: 'escalate', contact: { url }, reason: { because: 'nothing-left' } }, contextOf('en'));
      for (const { href } of reply.contact) expect(href).toBeUndefined();
    }
  });

  it('says that it is software, and of which site', () => {
    for (const language of languages) {
      const reply = answer({ ...grounds, kind: 'decline', contact: {}, reason: { because: 'about-me' } }, contextOf(language));
      expect(reply.text).toContain('Small Shop');
      expect(reply.contact).toEqual([]);
    }
  });

  it('does not mistake braces in a title for places to fill in', () => {
    const reply = answer(
      { ...grounds, kind: 'decline', contact, reason: { because: 'not-here', question: 'What is {site} $& \\1?' } },
      contextOf('en'),
    );
    expect(reply.text).toContain('What is {site} $& \\1?');
  });

  it('speaks English to a visitor whose locale it does not know or cannot read', () => {
    for (const locale of ['nl', 'xx-XX', '', 'not a locale', '__proto__']) {
      const { text } = answer({ ...grounds, kind: 'decline', contact: {}, reason: { because: 'nothing-fits' } }, contextOf(locale));
      expect(text).toContain(en.nothingFits);
      expect(answerFrom('scoped', locale, {}, 'de').reason).toContain('91');
    }
  });

  it('says everything in its text that it says anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...decisions), fc.constantFrom(...languages, 'pt-BR', 'zh-TW', 'nl'), (decision, locale) => {
        const reply = answer(decision, contextOf(locale));
        for (const part of [
          reply.lead,
          ...reply.notes,
          ...reply.choices.map(({ label }) => label),
          ...reply.contact.map(({ text }) => text),
        ]) {
          expect(reply.text).toContain(part);
        }
        expect(reply.locale).toBe(spokenLanguage(locale));
      }),
    );
  });
});
