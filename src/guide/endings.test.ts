import { describe, expect, it } from 'vitest';
import { languages } from '../language/locale.ts';
import { endings } from './endings.fixture.ts';
import type { GuideNode } from './guide.ts';
import { readOutcome, readReply } from './read-reply.ts';
import { type Tongues, tongueOf } from './reply-text.ts';
import { tongues as words } from './tongues/tongues.ts';

const node = (question: string, ...labels: string[]): GuideNode => ({
  id: 'q',
  question,
  options: labels.map((label, index) => ({ id: String(index + 1), label })),
});

describe.each(languages)('while a question is open, in %s', (language) => {
  const own = tongueOf(language, words[language]);
  const tongues: Tongues = { guide: own, visitor: own };
  const { gone, not, tried } = endings[language] ?? { gone: [], not: [], tried: '' };
  const open = node('A / B / C?', 'A 7', 'B 8', 'C 9');

  it.each(gone)('“%s” says that the fault is gone', (text) => {
    expect(readReply(text, open, tongues)).toEqual({ kind: 'worked' });
  });

  it.each(not)('“%s” does not', (text) => {
    expect(readReply(text, open, tongues).kind === 'worked').toBe(false);
  });

  it(`“${tried}” has no answer yet, and after a fix says that it failed`, () => {
    expect(readReply(tried, open, tongues)).toEqual({ kind: 'tried' });
    expect(readOutcome(tried, tongues)).toEqual({ kind: 'failed' });
  });
});

it.each(['it works now thanks', 'it’s gone now thanks!'])('“%s” ends also where the question takes a yes or no', (text) => {
  const english = tongueOf('en', words.en);
  expect(readReply(text, node('Is the plug in?', 'Yes', 'No'), { guide: english, visitor: english })).toEqual({ kind: 'worked' });
});

describe('“already tried”', () => {
  it.each([
    ['en', 'Have you restarted it?', 'already done that'],
    ['de', 'Haben Sie es neu gestartet?', 'schon gemacht'],
    ['es', '¿Ha reiniciado el aparato?', 'ya lo he hecho'],
    ['fr', 'Avez-vous redémarré l’appareil ?', 'déjà fait'],
    ['pt', 'Você reiniciou o aparelho?', 'já fiz isso'],
    ['ru', 'Вы перезагрузили прибор?', 'уже сделал'],
    ['ar', 'هل قمت بإعادة التشغيل؟', 'فعلت ذلك بالفعل'],
    ['zh', '重启过了吗？', '已经做过了'],
    ['ja', '再起動しましたか？', 'もうやりました'],
  ] as const)('says yes to whether it was done, in %s', (language, question, reply) => {
    const own = tongueOf(language, words[language]);
    const [yes, no] = [words[language].phrases.isGone, words[language].phrases.isNotGone];
    const asked: GuideNode = {
      id: 'q',
      question,
      options: [
        { id: '1', label: yes, means: 'yes' },
        { id: '2', label: no, means: 'no' },
      ],
    };
    expect(readReply(reply, asked, { guide: own, visitor: own })).toMatchObject({ kind: 'option', option: '1' });
  });

  it('does not say how things stand', () => {
    const own = tongueOf('en', words.en);
    expect(readReply('already checked', node('Is the light on?', 'Yes', 'No'), { guide: own, visitor: own })).toEqual({ kind: 'tried' });
  });
});

describe('“it works now”', () => {
  const own = tongueOf('en', words.en);
  const tongues: Tongues = { guide: own, visitor: own };

  it('answers a question about just that', () => {
    expect(readReply('it works now', node('Does it work with another cable?', 'Yes', 'No'), tongues)).toMatchObject({ option: '1' });
    expect(readReply('it is fixed', node('Is the bracket fixed?', 'Yes', 'No'), tongues)).toMatchObject({ option: '1' });
  });

  it('answers a yes-no question, unless it comes with thanks', () => {
    const light = node('Does the lamp light with another bulb?', 'Yes', 'No');
    expect(readReply('it works now', light, tongues)).toMatchObject({ option: '1' });
    expect(readReply('it works now, thanks', light, tongues)).toEqual({ kind: 'worked' });
  });
});
