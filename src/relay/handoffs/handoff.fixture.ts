import type { Handoff } from '../../protocol/relay.ts';

export const handoff: Handoff = {
  reason: 'unsolved',
  locale: 'de',
  summary: { visitor: 'Linker Ohrhörer setzt aus.', desk: 'The left earbud cuts out.' },
  problem: 'Der linke Ohrhörer setzt aus.',
  facts: [{ name: 'Since when?', value: 'seit gestern' }],
  tried: [{ step: 'Reset', outcome: 'did not help' }],
  transcript: [{ from: 'visitor', text: 'Der linke Ohrhörer setzt aus.', at: '2026-11-21T09:30:00.000Z' }],
  page: { url: 'https://shop.example/products/lark-2', title: 'Lark 2' },
  product: 'lark-2',
  tier: 'pack',
  confidence: 0.4,
  mood: 'calm',
  consent: { storage: true },
  device: 'Firefox on Linux',
  pack: 'p1',
};
