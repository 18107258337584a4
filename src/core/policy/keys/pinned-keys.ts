import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

/** Most pins of one policy, keys of one pin, and the longest name of an issuer, characters. */
export const maxPins = 200;
export const maxPinnedKeys = 200;
export const maxPinnedIssuerLength = 256;

/** The keys that an issuer is expected to sign with. */
export interface KeyPin {
  readonly issuer: string;
  readonly thumbprints: readonly string[];
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

const day = v.exactOptional(v.pipe(v.string(), v.isoDate()));

export const pinnedKeys: PolicyKey<readonly KeyPin[] | null> = {
  name: 'pinnedKeys',
  title: 'Keys that issuers are expected to sign with',
  description:
    'For an issuer, by its id in the list of issuers (such as entra) or by the exact text of its iss claim: the RFC 7638 thumbprints (SHA-256, base64url) of all keys that it may sign with, and, where wanted, the first and the last day (UTC, 2026-11-24) on which they are expected. A session that is signed with any other key is called unusual. Issuers exchange their keys often, Microsoft every few weeks: pin only where somebody keeps the list. Without this key, and for issuers that are not in it, every published key is allowed.',
  schema: v.nullable(
    v.pipe(
      v.array(
        v.strictObject({
          issuer: v.pipe(v.string(), v.minLength(1), v.maxLength(maxPinnedIssuerLength)),
          thumbprints: v.pipe(
            v.array(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
            v.minLength(1),
            v.maxLength(maxPinnedKeys),
          ),
          validFrom: day,
          validTo: day,
        }),
      ),
      v.maxLength(maxPins),
    ),
  ),
  fallback: null,
  example: [
    {
      issuer: 'entra',
      thumbprints: ['NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'],
      validFrom: '2026-11-24',
      validTo: '2027-02-24',
    },
  ],
};
