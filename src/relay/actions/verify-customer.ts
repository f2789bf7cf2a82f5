import type { ActionResult } from '../../journey/actions.ts';
import type { Locale } from '../../language/locale.ts';
import { isoOf } from '../clock.ts';
import type { Bucket } from '../limits/limits.ts';
import type { RelayParts } from '../relay-parts.ts';
import { equalsInConstantTime, newCode } from '../secrets.ts';
import type { Site } from '../site.ts';
import type { Shop } from './shop.ts';

/** Who asks, and from where. */
export interface Asker {
  readonly site: Site;
  readonly visitor: string;
  /** The network address. */
  readonly address: string;
}

const minutes = 60_000;
const codeLife = 10 * minutes;
const verifiedFor = 30 * minutes;
const mostAttempts = 5;

// Shared by all instances. By contact, so that many sessions and addresses together gain nothing: at most 10 guesses at
// once and 6 an hour, each 1 in a million.
const starts = {
  visitor: { burst: 3, perSecond: 3 / 600 },
  address: { burst: 10, perSecond: 10 / 600 },
  contact: { burst: 3, perSecond: 3 / 600 },
};
const attempts = {
  visitor: { burst: mostAttempts, perSecond: 1 / 60 },
  address: { burst: 20, perSecond: 1 / 60 },
  contact: { burst: 10, perSecond: 1 / 600 },
};

/**
 * Sends a code to the contact on file. The reply is made before the shop is asked, so that neither its words nor its time
 * tell whether there is such a customer.
 */
export async function startVerification(
  parts: RelayParts,
  shop: Shop,
  asker: Asker,
  contact: string,
  locale: Locale,
): Promise<ActionResult> {
  const { site, visitor } = asker;
  const now = parts.clock();
  const contactHash = await parts.keyed('contact', `${site.id}\n${normalContact(contact)}`);
  const wait = await takeAll(parts, starts, 'start', asker, contactHash);
  if (wait > 0) return { kind: 'slow-down', retryAfterSeconds: wait };
  const expires = now + codeLife;
  await parts.storage.verifications.putChallenge(site.id, visitor, { contact: contactHash, code: '', customer: null, expires });
  parts.defer('sending a code', async () => {
    const customer = await shop.findCustomer(contact.trim());
    if (customer === null) return;
    const code = newCode();
    await parts.storage.verifications.armChallenge(site.id, visitor, contactHash, customer, await codeHash(parts, asker, expires, code));
    await shop.sendCode({ customer, code, expires: isoOf(expires), locale });
  });
  return { kind: 'done', data: { digits: 6, expiresInSeconds: codeLife / 1000 } };
}

/** Compares a code with the one that was sent. A wrong code, none sent, and one that is over look the same. */
export async function finishVerification(parts: RelayParts, asker: Asker, code: string): Promise<ActionResult> {
  const { site, visitor } = asker;
  const now = parts.clock();
  const wait = await takeAll(parts, { visitor: attempts.visitor, address: attempts.address }, 'attempt', asker, '');
  if (wait > 0) return { kind: 'slow-down', retryAfterSeconds: wait };
  const challenge = await parts.storage.verifications.attempt(site.id, visitor, mostAttempts, now);
  const guesses = challenge === undefined ? 0 : await takeAll(parts, { contact: attempts.contact }, 'attempt', asker, challenge.contact);
  if (guesses > 0) return { kind: 'slow-down', retryAfterSeconds: guesses };
  const hash = await codeHash(parts, asker, challenge?.expires ?? 0, code.replace(/\s/g, ''));
  const isRight = equalsInConstantTime(hash, challenge?.code ?? '');
  if (!isRight || challenge === undefined || challenge.customer === null) {
    return { kind: 'invalid', field: 'code', message: 'The code is not right, or it is over.' };
  }
  await parts.storage.verifications.verify(site.id, visitor, challenge.customer, now + verifiedFor);
  await parts.audit(site, { actor: `visitor:${visitor}`, what: 'customer.verified', subject: 'code', data: {} });
  return { kind: 'done', data: { isVerified: true } };
}

type Scopes = Partial<Record<'visitor' | 'address' | 'contact', Bucket>>;

/** Takes from all of the buckets; resolves to the longest wait, 0 where none is empty. */
async function takeAll(
  parts: RelayParts,
  scopes: Scopes,
  what: string,
  { site, visitor, address }: Asker,
  contact: string,
): Promise<number> {
  const ids = { visitor, address: await parts.keyed('address', address), contact };
  let longest = 0;
  for (const [scope, bucket] of Object.entries(scopes) as [keyof Scopes, Bucket][]) {
    const wait = await parts.storage.limits.take(`verify-${what}:${scope}:${site.id}:${ids[scope]}`, bucket, parts.clock());
    longest = Math.max(longest, wait);
  }
  return longest;
}

async function codeHash(parts: RelayParts, { site, visitor }: Asker, expires: number, code: string): Promise<string> {
  return parts.keyed('code', `${site.id}\n${visitor}\n${expires}\n${code}`);
}

/** One person's ways of typing one contact fall together, so that limits by contact hold. */
function normalContact(contact: string): string {
  const plain = contact.normalize('NFKC').trim().toLowerCase();
  return plain.includes('@') ? plain.replace(/\s/g, '') : plain.replace(/[^\d+]/g, '').replace(/^00/, '+');
}
