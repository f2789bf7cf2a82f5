import { describe, expect, it } from 'vitest';
import type { AuthoredGuide } from '../content/authored-guide.ts';
import type { Content } from '../content/unit.ts';
import { type ConversationState, emptyState } from '../decide/state.ts';
import { knowledgeOf } from '../knowledge.fixture.ts';
import { smallShop } from '../small-shop.fixture.ts';
import { type Agent, takeTurn } from '../turn.ts';
import { causesGuide, drawnGuide } from './guide.fixture.ts';
import type { Guide } from './guide.ts';

const place = { file: 'guide.yaml', line: 1 };
const authored = (guide: Guide): AuthoredGuide => ({
  id: guide.id,
  variants: new Map([['en', guide]]),
  isShared: false,
  place,
  placeOf: () => place,
  gaps: [],
});

async function agentWith(...guides: Guide[]): Promise<Agent> {
  const content: Content = { ...smallShop, guides: guides.map(authored) };
  return { knowledge: await knowledgeOf(content, ['en']), policy: { contact: {} }, siteName: 'Shop' };
}

const say = (text: string, state: ConversationState, agent: Agent) =>
  takeTurn({ kind: 'question', text }, state, agent, { locale: 'en', now: '2026-05-01T12:00:00Z' });
const agent = await agentWith(drawnGuide, causesGuide);
const inLamp = await say('my lamp does not light up', emptyState, agent);

describe('in a guide', () => {
  it('a message that tells of the fault starts it', () => {
    expect(inLamp.parts[0].decision).toMatchObject({ kind: 'guide', walk: { guide: 'lamp-dark', node: 'socket' } });
  });

  it('a side question is answered from the units, and the question of before still stands', async () => {
    const side = await say('How can I pay?', inLamp.next, agent);
    expect(side.parts[0].decision).toMatchObject({ kind: 'answer', unit: 'payment', walk: { guide: 'lamp-dark', node: 'socket' } });
    const back = await say('yes, it is in', side.next, agent);
    expect(back.parts[0].decision).toMatchObject({ kind: 'guide', walk: { guide: 'lamp-dark', node: 'hum' } });
  });

  it('a side question that may mean several is asked back, and its answer leads back to the step', async () => {
    const several = await say('can I send things back?', inLamp.next, agent);
    const { decision, reply } = several.parts[0];
    expect(decision).toMatchObject({ kind: 'clarify', walk: { guide: 'lamp-dark', node: 'socket' } });
    expect(reply.text).not.toContain('Is the plug in the socket?');
    const chosen = await say('1', several.next, agent);
    expect(chosen.parts[0].decision).toMatchObject({ kind: 'answer', unit: 'return-how', walk: { node: 'socket' } });
    expect(chosen.parts[0].reply.text).toContain('Is the plug in the socket?');
  });

  it('a reply in the form of a question stays a reply', async () => {
    const hum = await say('yes it is', inLamp.next, agent);
    expect((await say('is it nothing at the transformer?', hum.next, agent)).parts[0].decision.walk).toMatchObject({ guide: 'lamp-dark' });
    expect((await say('is it humming?', hum.next, agent)).parts[0].decision.kind).toBe('guide');
  });

  it('another fault leads to its own guide', async () => {
    const other = await say('no sound from the radio', inLamp.next, agent);
    expect(other.parts[0].decision).toMatchObject({ kind: 'guide', walk: { guide: 'radio-silent' } });
  });

  it('a person can be asked for, and the guide waits', async () => {
    const asked = await say('I want to talk to a human', inLamp.next, agent);
    expect(asked.parts[0].decision.kind).toBe('escalate');
    expect(asked.next.guide?.at).toBe('socket');
  });
});

describe('words that name nothing', () => {
  const isThanked = 'Is there anything else?';
  it.each([
    [
      ['no', 'yes'],
      ['that fixed it!', 'done', 'great, it works'],
    ],
    [['stop'], ['done', 'yes', 'no']],
    [
      ['no', 'no', 'no'],
      ['no', 'yes', 'ok'],
    ],
  ])('after %j begin no guide anew: %j', async (replies, after) => {
    let { next } = inLamp;
    for (const text of replies) ({ next } = await say(text, next, agent));
    expect(next.guide).toBeUndefined();
    for (const text of after) {
      const turn = await say(text, next, agent);
      expect(turn.parts[0].decision.kind).toBe('decline');
      expect(turn.next.guide).toBeUndefined();
      ({ next } = turn);
    }
    expect((await say('my lamp does not light up', next, agent)).next.guide?.at).toBe('socket');
    expect((await say('that fixed it!', next, agent)).parts[0].reply.text).toContain(isThanked);
  });
});

describe('a reply that fits several answers alike', () => {
  const lights: Guide = {
    ...drawnGuide,
    id: 'charger',
    title: 'Laptop does not charge',
    symptoms: ['my laptop does not charge'],
    start: 'light',
    nodes: [
      {
        id: 'light',
        question: 'Which light is on?',
        options: [
          { id: 'steady', label: 'Red, steady', next: 'fuse' },
          { id: 'blinking', label: 'Red, blinking', next: 'bulb' },
          { id: 'green', label: 'Green', next: 'cool' },
        ],
      },
    ],
  };
  it.each(['red', 'the red one'])('is asked which is meant: %s', async (text) => {
    const other: Guide = { ...drawnGuide, id: 'red', title: 'Red light', symptoms: ['the red lamp is on', 'red one'] };
    const both = await agentWith(lights, other);
    const begun = await say('my laptop does not charge', emptyState, both);
    const { decision, reply } = (await say(text, begun.next, both)).parts[0];
    expect(decision).toMatchObject({ kind: 'guide', walk: { guide: 'charger', node: 'light', said: 'which' } });
    expect(reply.text).toContain('Red, blinking');
  });
});

describe('what is said of another question', () => {
  const ask = async (...said: string[]) => {
    let turn = await say('no sound from the radio', emptyState, agent);
    for (const text of said) turn = await say(text, turn.next, agent);
    return turn;
  };

  it('is noted, shown, and not asked later', async () => {
    const noted = await say('the transformer is humming', inLamp.next, agent);
    expect(noted.parts[0].decision).toMatchObject({ kind: 'guide', walk: { node: 'socket', said: 'noted' } });
    expect(noted.parts[0].reply.text).toContain('Noted.');
    expect(noted.parts[0].reply.step?.known).toEqual([{ question: 'What do you hear at the transformer?', answer: 'Humming' }]);
    expect((await say('yes', noted.next, agent)).parts[0].decision).toMatchObject({ walk: { node: 'minutes' } });
  });

  it('can be changed by what is said later', async () => {
    const noted = await say('the transformer is humming', inLamp.next, agent);
    const other = await say('no wait, I hear nothing at the transformer', noted.next, agent);
    expect(other.parts[0].reply.step?.known).toEqual([{ question: 'What do you hear at the transformer?', answer: 'Nothing' }]);
  });

  it('counts for which cause is likely before it is asked', async () => {
    const noted = await ask('in the headphones I hear something');
    expect(noted.parts[0].decision).toMatchObject({ walk: { node: 'display', said: 'noted' } });
    expect((await say('yes', noted.next, agent)).parts[0].decision).toMatchObject({ walk: { node: 'repair' } });
  });

  it('is taken back with the reply that told it', async () => {
    const both = await say('yes the plug is in the socket, and the transformer is humming', inLamp.next, agent);
    expect(both.parts[0].decision).toMatchObject({ walk: { node: 'minutes' } });
    const back = await say('back', both.next, agent);
    expect(back.parts[0].decision).toMatchObject({ walk: { node: 'socket', past: [] } });
  });
});

describe('in the middle of a guide', () => {
  it.each(['hello', 'are you a robot?', 'thank you'])('“%s” is answered, and the question stands', async (text) => {
    const { decision, reply } = (await say(text, inLamp.next, agent)).parts[0];
    expect(decision).toMatchObject({ kind: 'decline', walk: { node: 'socket' } });
    expect(reply.text).toContain('Is the plug in the socket?');
    expect(reply.text).not.toContain('did not understand');
  });

  it('“already tried that” is asked what came of it', async () => {
    const asked = await say('yes it is', inLamp.next, agent);
    const tried = await say('already tried that', asked.next, agent);
    expect(tried.parts[0].decision).toMatchObject({ kind: 'guide', walk: { node: 'hum', said: 'outcome' } });
    expect(tried.parts[0].reply.text).toContain('what did you find?');
  });

  it('a fix that was tried already has failed, and is told among what is known', async () => {
    const fuse = await say('nothing', (await say('yes it is', inLamp.next, agent)).next, agent);
    const next = await say('already tried that', fuse.next, agent);
    expect(next.parts[0].decision).toMatchObject({ walk: { node: 'bulb' } });
    expect(next.next.fixes).toEqual([{ guide: 'lamp-dark', fix: 'fuse', worked: 0, failed: 1, held: 0, returned: 0 }]);
    expect(next.parts[0].reply.step?.known).toContainEqual({ question: 'Replace the fuse.', answer: 'No, it is still there' });
  });

  it('a fault that is gone ends it as solved', async () => {
    const gone = await say('never mind, the problem is gone', inLamp.next, agent);
    expect(gone.parts[0].decision).toMatchObject({ kind: 'guide', walk: { node: 'socket', done: 'fixed' } });
    expect(gone.next.guide).toBeUndefined();
  });
});

describe('a guide that is left for another need', () => {
  const leave = async () => {
    const hum = await say('yes it is', inLamp.next, agent);
    const other = await say('no sound from the radio', hum.next, agent);
    return { other, ended: await say('stop', other.next, agent) };
  };

  it('is kept, and offered once that is over', async () => {
    const { other, ended } = await leave();
    expect(other.next).toMatchObject({ guide: { guide: 'radio-silent' }, aside: [{ title: 'Lamp stays dark', guide: { at: 'hum' } }] });
    expect(ended.parts[0].reply.text).toContain('Shall we go on with “Lamp stays dark”?');
    expect(ended.parts[0].reply.choices).toMatchObject([{ id: 'resume:lamp-dark', label: 'Lamp stays dark' }]);
  });

  it.each(['yes', 'Lamp stays dark', '1', 'yes, please'])('goes on where it stood at “%s”', async (text) => {
    const { ended } = await leave();
    const again = await say(text, JSON.parse(JSON.stringify(ended.next)), agent);
    expect(again.parts[0].decision).toMatchObject({ kind: 'guide', walk: { guide: 'lamp-dark', node: 'hum' } });
    expect(again.next.aside).toEqual([]);
  });

  it('is not offered when it was begun anew', async () => {
    const { ended } = await leave();
    const anew = await say('my lamp does not light up', ended.next, agent);
    expect(anew.next.aside).toEqual([]);
    expect((await say('stop', anew.next, agent)).parts[0].reply.choices).toEqual([]);
  });

  it('waits while an answer that was offered is looked at', async () => {
    const looked = await takeTurn({ kind: 'choice', id: 'payment' }, inLamp.next, agent, { locale: 'en', now: '2026-05-01T12:00:00Z' });
    expect(looked.parts[0].decision).toMatchObject({ kind: 'answer', unit: 'payment', walk: { node: 'socket' } });
    expect(looked.next.guide?.at).toBe('socket');
  });
});

describe('at the end of a guide, and beside it', () => {
  it('“back” after “I could not find it” takes the last reply back', async () => {
    let turn = await say('nothing', (await say('yes it is', inLamp.next, agent)).next, agent);
    for (const reply of ['no', 'no', 'nothing']) turn = await say(reply, turn.next, agent);
    const ended = await say('yes it is', turn.next, agent);
    expect(ended.parts[0].decision).toMatchObject({ kind: 'escalate', walk: { done: 'unsolved' } });
    const back = await say('back', JSON.parse(JSON.stringify(ended.next)), agent);
    expect(back.parts[0].decision).toMatchObject({ kind: 'guide', walk: { node: 'socket', said: 'went-back' } });
    const later = await say('How can I pay?', ended.next, agent);
    expect((await say('back', later.next, agent)).next.guide).toBeUndefined();
  });

  it('“stop” drops the choices that were offered', async () => {
    const several = await say('can I send things back?', emptyState, agent);
    expect(several.parts[0].decision.kind).toBe('clarify');
    const dropped = await say('stop', several.next, agent);
    expect(dropped.parts[0].decision).toMatchObject({ kind: 'decline', reason: { because: 'no-question' } });
    expect(dropped.next.offered).toEqual([]);
  });
});

describe('a fix', () => {
  const fixed = async () => {
    const atFix = await say('no', (await say('yes, it is in', inLamp.next, agent)).next, agent);
    return { atFix, worked: await say('yes, it works now', atFix.next, agent) };
  };
  const reopen = (state: ConversationState, from = agent) =>
    takeTurn({ kind: 'opened' }, JSON.parse(JSON.stringify(state)), from, { locale: 'en', now: '2026-05-03T12:00:00Z' });

  it('is asked after on the next visit, and once only', async () => {
    const { atFix, worked } = await fixed();
    expect(worked.parts[0].decision).toMatchObject({ walk: { done: 'fixed' } });
    const aside = await say('How can I pay?', worked.next, agent);
    const opened = await reopen(aside.next);
    const at = atFix.next.guide?.at ?? '';
    expect(opened.parts[0].decision).toMatchObject({
      kind: 'guide',
      walk: { node: at, said: 'later' },
      choices: [{ id: 'worked' }, { id: 'failed' }],
    });
    expect(opened.parts[0].reply.text).toContain('Is it still gone?');
    const held = await say('yes', opened.next, agent);
    expect(held.next.mended).toBeUndefined();
    expect(held.next.fixes).toEqual([{ guide: 'lamp-dark', fix: at, worked: 1, failed: 0, held: 1, returned: 0 }]);
    expect((await reopen(held.next)).parts[0].decision.kind).toBe('decline');
  });

  it('that has not lasted leads on to the next cause', async () => {
    const { worked } = await fixed();
    const opened = await reopen(worked.next);
    const back = await takeTurn({ kind: 'choice', id: 'failed' }, opened.next, agent, { locale: 'en', now: '2026-05-03T12:01:00Z' });
    const [fix] = back.next.fixes ?? [];
    expect(fix).toMatchObject({ worked: 1, returned: 1, failed: 0 });
    expect(back.next.guide?.at === opened.next.guide?.at).toBe(false);
    expect(back.next.guide?.isLater).toBeUndefined();
  });

  it('that the guide has no more is not asked after', async () => {
    const { worked } = await fixed();
    const other = await agentWith({ ...drawnGuide, id: 'another' });
    const opened = await reopen(worked.next, other);
    expect(opened.parts[0].decision.kind).toBe('decline');
    expect(opened.next.mended).toBeUndefined();
  });
});

describe('a guide that is changed under the visitor', () => {
  const changed: Guide = { ...drawnGuide, start: 'hum', nodes: drawnGuide.nodes.filter(({ id }) => id !== 'socket') };

  it('is finished as it was, and the visitor is told once', async () => {
    const updated = await agentWith(changed);
    const saved = JSON.parse(JSON.stringify(inLamp.next)) as ConversationState;
    const first = await say('no, it was unplugged', saved, updated);
    expect(first.parts[0].decision).toMatchObject({ walk: { node: 'plug-in', said: 'kept' } });
    expect(first.parts[0].reply.text).toContain('you finish on the ones that you began with');
    const second = await say('back', first.next, updated);
    const third = await say('yes it is', second.next, updated);
    expect(third.parts[0].decision).toMatchObject({ walk: { node: 'hum', said: 'plain' } });
  });

  it('is finished as it was even where the pack has it no more', async () => {
    const without = await agentWith(causesGuide);
    const turn = await say('yes it is', inLamp.next, without);
    expect(turn.parts[0].decision).toMatchObject({ walk: { guide: 'lamp-dark', node: 'hum' } });
    expect(turn.parts[0].reply.text).toContain('What do you hear at the transformer?');
  });
});
