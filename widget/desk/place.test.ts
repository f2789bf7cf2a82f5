import { expect, test } from 'vitest';
import { caseAddress, pageAddress, pages, placeOf, queueAddress } from './place.ts';

test('each place has an address that leads back to it', () => {
  expect(placeOf(caseAddress('h_1-A'))).toEqual({ kind: 'case', handoff: 'h_1-A' });
  expect(placeOf(queueAddress)).toEqual({ kind: 'queue' });
  for (const page of pages) expect(placeOf(pageAddress(page))).toEqual({ kind: page });
});

test.each(['', '#', '#/case', '#/case/', '#/case/../x', '#/case/a b', '#/nowhere', '#//evil.example'])('%s is the queue', (hash) => {
  expect(placeOf(hash)).toEqual({ kind: 'queue' });
});
