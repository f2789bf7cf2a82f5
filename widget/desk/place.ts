export const pages = ['week', 'drafts', 'members', 'audit'] as const;
export type DeskPage = (typeof pages)[number];

/** Where a member is at the desk: it stands behind the `#` of the address, so that reload and back button work. */
export type Place = { readonly kind: 'queue' } | { readonly kind: 'case'; readonly handoff: string } | { readonly kind: DeskPage };

export function placeOf(hash: string): Place {
  const [, kind = '', id = ''] = hash.replace(/^#/, '').split('/');
  if (kind === 'case' && /^[\w-]+$/.test(id)) return { kind, handoff: id };
  const page = pages.find((each) => each === kind);
  return { kind: page ?? 'queue' };
}

export function caseAddress(handoff: string): string {
  return `#/case/${encodeURIComponent(handoff)}`;
}

export const queueAddress = '#/';

export function pageAddress(page: DeskPage): string {
  return `#/${page}`;
}
