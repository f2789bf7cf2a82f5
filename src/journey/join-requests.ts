import type { Locale } from '../language/locale.ts';
import type { Json } from './actions.ts';
import { mostRequests, type OwnRequest } from './own-requests.ts';

/**
 * The visitor's list with what `list-requests` brought: by their numbers those that were begun here get the shop's status
 * and next step, the others are added; oldest first.
 * @param titleOf title of the journey that does an action
 */
export function joinRequests(
  own: readonly OwnRequest[],
  data: { readonly [name: string]: Json },
  titleOf: (action: string) => string | undefined,
  locale: Locale,
): OwnRequest[] {
  const told = (Array.isArray(data.requests) ? data.requests : []).flatMap((record: Json) => fromShop(record, titleOf, locale));
  const byNumber = new Map(told.map((request) => [request.id, request]));
  const known = own.map((request): OwnRequest => {
    const news = byNumber.get(request.number ?? '');
    if (news === undefined) return request;
    byNumber.delete(news.id);
    const { id, journey, title, locale: words } = request;
    return { ...news, id, journey, title, locale: words };
  });
  return [...known, ...byNumber.values()].sort((a, b) => (a.opened < b.opened ? -1 : 1)).slice(-mostRequests);
}

function fromShop(record: Json, titleOf: (action: string) => string | undefined, locale: Locale): OwnRequest[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return [];
  const { id, kind, opened, status, next, due } = record as { readonly [name: string]: Json };
  if (typeof id !== 'string' || typeof kind !== 'string' || typeof opened !== 'string') return [];
  return [
    {
      id,
      journey: kind,
      title: titleOf(kind) ?? kind,
      locale,
      number: id,
      status: status === 'done' || status === 'cancelled' ? status : 'waiting',
      opened,
      changed: opened,
      ...(typeof next === 'string' ? { next } : {}),
      ...(typeof due === 'string' ? { due } : {}),
    },
  ];
}
