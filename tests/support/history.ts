import {
  createSightingMemory,
  type Facts,
  type FreshStart,
  type SeenToken,
} from '../../src/core/index.ts';
import { factsOf } from './facts.ts';
import { enterpriseTenant, issuedAt } from './tokens.ts';

/** When the token in question is seen. */
export const nowMs = (issuedAt + 60) * 1000;

/** An access token of Ada as it is remembered, with changes. */
export function seenOf(changes: Partial<SeenToken> = {}): SeenToken {
  return {
    fingerprint: 'this-token',
    kind: 'access',
    issuer: 'entra',
    tenant: enterpriseTenant,
    object: 'ada',
    subject: 'ada-for-outlook',
    puid: null,
    sid: null,
    tokenId: 'token-id',
    audience: 'https://outlook.office.com',
    application: 'outlook',
    isOfProgram: false,
    issuedAtSeconds: issuedAt,
    expiresAtSeconds: issuedAt + 4500,
    content: 1,
    signature: 'verified',
    tabIds: [1],
    seenAtMs: nowMs,
    isUsed: true,
    isSignIn: false,
    ...changes,
  };
}

/** Ada's token, ten seconds earlier, as another token than the one in question. */
export function earlierOf(changes: Partial<SeenToken> = {}): SeenToken {
  return seenOf({
    fingerprint: 'earlier-token',
    tokenId: 'earlier-id',
    content: 2,
    seenAtMs: nowMs - 10_000,
    ...changes,
  });
}

/** Facts of a token that was seen after these, as a memory gives them back. */
export function factsAfter(
  tokens: readonly SeenToken[],
  changes: Partial<SeenToken> = {},
  freshStarts: readonly FreshStart[] = [],
): Facts {
  const memory = createSightingMemory();
  for (const token of tokens) memory.remember('scope', token);
  for (const start of freshStarts) memory.noteStart(start);
  const seen = seenOf(changes);
  const { accounts, signInsAtMs, numbered, freshStarts: starts } = memory.recall('scope');
  const earlier = {
    numbered: numbered(seen.tokenId),
    accounts,
    signInsAtMs,
    freshStarts: starts,
  };
  return factsOf({ seen, earlier });
}
