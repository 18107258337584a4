import { base64ToHex } from '../bytes.ts';
import { memberOf, textOf } from '../json.ts';
import { addressOfIssuer, ownerAt } from './key-address.ts';

/**
 * Adds what the address of a bare key set says about its keys, where they do not say it themselves: at a tenant's own address whom
 * they speak for, and in Google's the key id, which is the hexadecimal form of what libraries write as `x5t`.
 */
export function completeKeys(set: unknown, url: string): unknown {
  const keys = memberOf(set, 'keys');
  const owner = ownerAt(url);
  const isGoogle = url === addressOfIssuer('accounts.google.com');
  if (!Array.isArray(keys) || (owner === null && !isGoogle)) return set;
  const entries: readonly unknown[] = keys;
  return {
    keys: entries.map((entry) => {
      if (typeof entry !== 'object' || entry === null) return entry;
      const thumbprint = isGoogle ? (textOf(entry, 'kid') ?? textOf(entry, 'x5t')) : null;
      return {
        ...(owner === null ? {} : { issuer: owner }),
        ...entry,
        ...(base64urlSha1.test(thumbprint ?? '') ? { kid: base64ToHex(thumbprint ?? '') } : {}),
      };
    }),
  };
}

const base64urlSha1 = /^[\w-]{27}$/;
