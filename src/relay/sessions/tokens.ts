import { errors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../clock.ts';
import { RelayError } from '../http/relay-error.ts';

/** Who makes a request, as the relay itself signed it. */
export interface VisitorSession {
  readonly visitor: string;
  readonly site: string;
  readonly origin: string;
  /** The shop's customer, where a signed identity said who it is. */
  readonly customer?: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

const issuer = 'edge-agent-relay';
type Purpose = 'session' | 'renewal';

/** Signs and reads the tokens of visitors: HS256 with the relay's own key, so that any instance reads what another made. */
export class Tokens {
  /** @param keys of 32 bytes or more; the first signs, all are accepted, so that keys can be changed without ending sessions */
  constructor(
    private readonly keys: readonly Uint8Array[],
    private readonly clock: Clock,
  ) {
    if (keys.length === 0 || keys.some((key) => key.byteLength < 32)) throw new Error('a relay key has 32 bytes or more');
  }

  async sign(purpose: Purpose, { visitor, site, origin, customer, expires }: VisitorSession): Promise<string> {
    const [key = new Uint8Array()] = this.keys;
    return new SignJWT({ site, origin, ...(customer === undefined ? {} : { customer }) })
      .setProtectedHeader({ alg: 'HS256', typ: `${purpose}+jwt` })
      .setIssuer(issuer)
      .setAudience(purpose)
      .setSubject(visitor)
      .setIssuedAt(Math.floor(this.clock() / 1000))
      .setExpirationTime(Math.floor(expires / 1000))
      .sign(key);
  }

  /** Throws `session-expired` or `unauthorized`. */
  async read(purpose: Purpose, token: string): Promise<VisitorSession> {
    for (const key of this.keys) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer,
          audience: purpose,
          typ: `${purpose}+jwt`,
          requiredClaims: ['sub', 'exp', 'site', 'origin'],
          currentDate: new Date(this.clock()),
        });
        return {
          visitor: String(payload.sub),
          site: String(payload.site),
          origin: String(payload.origin),
          expires: Number(payload.exp) * 1000,
          ...(typeof payload.customer === 'string' ? { customer: payload.customer } : {}),
        };
      } catch (thrown) {
        if (thrown instanceof errors.JWTExpired) throw new RelayError('session-expired', `the ${purpose} is over`);
      }
    }
    throw new RelayError('unauthorized', `that is no ${purpose} of this relay`);
  }
}
