import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';
import { RelayError } from '../http/relay-error.ts';

/** How a shop signs who its customer is. One of `secret` and `jwksUrl`. */
export interface IdentitySettings {
  /** Shared with the shop's server alone, 32 characters or more. */
  readonly secret?: string;
  /** Address of the shop's public keys (RFC 7517). */
  readonly jwksUrl?: string;
  /** The `iss` that is asked for; left out: any. */
  readonly issuer?: string;
}

/** Reads JWTs of a shop's customers. `sub` is the customer, `aud` the site's id; `exp` and `iat` have to be there. */
export class IdentityReader {
  private readonly keys: Uint8Array | JWTVerifyGetKey;
  private readonly algorithms: string[];

  constructor(
    private readonly site: string,
    private readonly settings: IdentitySettings,
    private readonly clock: Clock,
  ) {
    const { secret, jwksUrl } = settings;
    if ((secret === undefined) === (jwksUrl === undefined)) throw new Error(`site ${site}: identity needs a secret or a jwksUrl`);
    if (secret !== undefined && secret.length < 32) throw new Error(`site ${site}: the identity's secret has less than 32 characters`);
    this.keys = secret === undefined ? createRemoteJWKSet(new URL(jwksUrl ?? '')) : new TextEncoder().encode(secret);
    // Named apart, so that a public key is never taken for a shared secret.
    this.algorithms = secret === undefined ? ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'] : ['HS256', 'HS384', 'HS512'];
  }

  /** The customer, and until when the shop vouches for it. Throws `identity-invalid`. */
  async read(token: string): Promise<{ customer: string; expires: number }> {
    const { issuer } = this.settings;
    const options = {
      algorithms: this.algorithms,
      audience: this.site,
      ...(issuer === undefined ? {} : { issuer }),
      requiredClaims: ['sub', 'exp', 'iat'],
      maxTokenAge: '1 hour',
      clockTolerance: 5,
      currentDate: new Date(this.clock()),
    };
    let payload: JWTPayload;
    try {
      ({ payload } = await (this.keys instanceof Uint8Array ? jwtVerify(token, this.keys, options) : jwtVerify(token, this.keys, options)));
    } catch (thrown) {
      throw new RelayError(
        'identity-invalid',
        `the customer's identity was refused: ${thrown instanceof Error ? thrown.message : 'unknown'}`,
      );
    }
    const { sub = '', exp = 0 } = payload;
    if (sub === '' || sub.length > 120) throw new RelayError('identity-invalid', 'the identity names no customer');
    return { customer: sub, expires: exp * 1000 };
  }
}
