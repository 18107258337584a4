import type { IssuerMatch } from '../issuers/template.ts';
import type { UnverifiedToken } from '../token/token.ts';
import type { KeyPort } from './key.ts';
import { findForeignAddress } from './key-address.ts';
import { readKeyName } from './key-name.ts';
import { type KeySelection, selectKey } from './select.ts';

/** Looks for the key that a token names, unless its keys are said to be where nobody looks. */
export async function seekKey(
  token: UnverifiedToken,
  match: IssuerMatch,
  port: KeyPort,
): Promise<KeySelection> {
  if (findForeignAddress(token, match.issuer) !== null) {
    return { facts: { kind: 'not-findable' }, clockErrorMs: null };
  }
  return selectKey(match, readKeyName(token, match.issuer), port);
}
