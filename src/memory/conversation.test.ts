import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMessages, type Conversation, emptyConversation, type Message } from './conversation.ts';

const visitorSays = (text: string): Omit<Message, 'id'> =>
  ({ from: 'visitor', at: '2026-05-01T09:00:00Z', text, locale: 'en' }) as Omit<Message, 'id'>;

describe('addMessages', () => {
  it('adds messages in order, with ids from 1', () => {
    const conversation = addMessages(addMessages(emptyConversation, [visitorSays('a')]), [visitorSays('b'), visitorSays('c')]);
    expect(conversation.messages).toMatchObject([
      { id: 1, text: 'a' },
      { id: 2, text: 'b' },
      { id: 3, text: 'c' },
    ]);
    expect(conversation.revision).toBe(2);
  });

  it('changes nothing that it is given', () => {
    const before = Object.freeze({ ...emptyConversation, messages: Object.freeze([]) as Conversation['messages'] });
    addMessages(before, [visitorSays('a')]);
    expect(before).toEqual(emptyConversation);
  });

  it('whatever is added, raises the revision, keeps ids unique and ascending, and holds 200 messages at most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 90 }), { maxLength: 12 }), (counts) => {
        let conversation = emptyConversation;
        let added = 0;
        for (const count of counts) {
          const texts = Array.from({ length: count }, (_, index) => `message ${added + index + 1}`);
          const next = addMessages(conversation, texts.map(visitorSays));
          added += count;
          expect(next.revision).toBeGreaterThan(conversation.revision);
          expect(next.messages.length).toBe(Math.min(200, conversation.messages.length + count));
          next.messages.forEach(({ id }, index) => {
            if (index > 0) expect(id).toBe((next.messages[index - 1]?.id ?? 0) + 1);
          });
          const last = next.messages.at(-1);
          if (last !== undefined) expect(last).toMatchObject({ id: added, text: `message ${added}` });
          conversation = next;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('survives being saved and restored', () => {
    const conversation = addMessages(emptyConversation, [visitorSays('<b>"x"</b> \u202E 订单')]);
    const restored: Conversation = JSON.parse(JSON.stringify(conversation));
    expect(addMessages(restored, [visitorSays('b')])).toEqual(addMessages(conversation, [visitorSays('b')]));
    expect(structuredClone(conversation)).toEqual(conversation);
  });
});
