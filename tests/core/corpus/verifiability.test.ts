import { describe, expect, test } from 'vitest';
import { issuers } from '../../../src/core/index.ts';
import { isForIssuerItself } from '../../../src/core/issuers/audience.ts';
import type { Issuer, Verifiability } from '../../../src/core/issuers/issuer.ts';
import { matchIssuers } from '../../../src/core/issuers/template.ts';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import { corpusAbsent, corpusPath, readCorpusTokens } from '../../support/corpus.ts';

describe.skipIf(corpusPath === null)(
  `who can check which tokens (skipped: ${corpusAbsent})`,
  () => {
    const tokens = corpusPath === null ? [] : readCorpusTokens(corpusPath);
    /** Issuer, kind and whether it is for the issuer itself, of every genuine token whose signature was seen to fit. */
    const seen = tokens.flatMap(({ id, kind, token, token_type, signature_valid, iss }) => {
      const match = iss === null ? undefined : matchIssuers(iss, issuers)[0];
      const decoded = decodeCredential(token);
      if (signature_valid !== true || kind.includes('/') || match === undefined) return [];
      if (decoded.kind !== 'jws' || token_type === '?') return [];
      const isOwn = isForIssuerItself(decoded.claims, match.issuer);
      const place = token_type === 'id' ? 'id' : isOwn ? 'ownAccess' : 'access';
      return [{ id, issuer: match.issuer, place } as const];
    });

    test('recorded tokens of every kind are there', () => {
      expect(seen.length).toBeGreaterThanOrEqual(30);
    });

    test.each(seen)('$id: what verifies is said to', ({ issuer, place }) => {
      expect(issuer.verifiableBy[place]).toBe('sampled');
    });

    test('nothing is said to have been seen that was not', () => {
      const claimed = issuers.flatMap((issuer) =>
        Object.entries(issuer.verifiableBy).flatMap(
          ([place, verifiability]: [string, Verifiability]) =>
            verifiability === 'sampled' ? [nameOf(issuer, place)] : [],
        ),
      );
      const found = new Set(seen.map(({ issuer, place }) => nameOf(issuer, place)));
      expect(claimed.filter((name) => !found.has(name))).toEqual([]);
    });
  },
);

const nameOf = ({ id }: Issuer, place: string): string => `${id} ${place}`;
