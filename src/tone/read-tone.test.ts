import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../language/locale.ts';
import { allCues } from './cues/all-cues.ts';
import { compileCues } from './cues.ts';
import { calmMood, moodLevel, nextMood } from './mood.ts';
import { readTone } from './read-tone.ts';

const en = compileCues(allCues.en, 'en');

describe('readTone', () => {
  it.each([
    'This is the third time I write and nobody has answered.',
    'I am really disappointed by your service.',
    'Give me my money back, you thieves!',
    'where is it?? still nothing after three weeks, ridiculous',
  ])('hears that "%s" is upset', (text) => {
    expect(readTone(text, en).level).toBe('upset');
  });

  it.each([
    'my lamp is dead',
    'Great, thanks!!!',
    'Can I get a refund?',
    'DO YOU SHIP TO NORWAY',
    'No hurry, I am not angry, just wondering',
    'no, still the same',
    '',
  ])('hears that "%s" is calm', (text) => {
    expect(readTone(text, en).level).toBe('calm');
  });

  it.each(['我的耳机左边没声音，手机号13812345678', '我的耳机左边没声音，手机号[phone]', '转人工'])('hears no complaint in %j', (text) => {
    expect(readTone(text, compileCues(allCues.zh, 'zh')).level).toBe('calm');
  });

  it('hears the same message sent a third time', () => {
    const text = 'Where is my order?';
    expect(readTone(text, en, [text]).level).toBe('calm');
    expect(readTone(text, en, [text, 'hello', 'where is my order']).level).toBe('upset');
  });

  it('needs neither accents nor straight apostrophes', async () => {
    const fr = compileCues(allCues.fr, 'fr');
    expect(readTone('Je suis tres decue, j’en ai marre', fr).level).toBe('upset');
  });

  it.each(languages)('gives a probability for any text in %s, in time that does not explode', async (language) => {
    const cues = compileCues(allCues[language], language);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, history) => {
        const { upset } = readTone(text, cues, history);
        expect(upset).toBeGreaterThanOrEqual(0);
        expect(upset).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
    const started = performance.now();
    for (const part of ['a', 'still ', '!', 'если не ', '什么', '何', 'f*']) readTone(part.repeat(100_000), cues);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('nextMood', () => {
  const upset = { upset: 0.95, level: 'upset' } as const;
  const calm = { upset: 0.05, level: 'calm' } as const;

  it('rises at once and falls slowly', () => {
    const angry = nextMood(calmMood, upset);
    expect(moodLevel(angry)).toBe('upset');
    const later = nextMood(angry, calm);
    expect(moodLevel(later)).toBe('upset');
    expect(moodLevel([calm, calm, calm].reduce(nextMood, later))).toBe('calm');
  });

  it('stays between 0 and 1', () => {
    const tones = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => ({ upset: value, level: 'calm' as const }));
    fc.assert(
      fc.property(fc.array(tones), (said) => {
        const mood = said.reduce(nextMood, calmMood);
        expect(mood).toBeGreaterThanOrEqual(0);
        expect(mood).toBeLessThanOrEqual(1);
      }),
    );
  });
});
