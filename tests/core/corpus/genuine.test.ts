import { describe, expect, test } from 'vitest';
import { type Inspection, inspect } from '../../../src/core/index.ts';
import {
  type CorpusToken,
  corpusAbsent,
  corpusPath,
  readCorpusDocuments,
  readCorpusTokens,
} from '../../support/corpus.ts';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl, keyPortOf } from '../../support/keys.ts';
import { enterpriseOwner } from '../../support/tokens.ts';

/** Recorded tokens of which this many at least must be there, so that an empty folder proves nothing. */
const leastTokens = 70;
const hostOf = (kind: string) => (kind.includes('msa') ? 'outlook.live.com' : 'outlook.office.com');

describe.skipIf(corpusPath === null)(`recorded tokens (skipped: ${corpusAbsent})`, async () => {
  const tokens = corpusPath === null ? [] : readCorpusTokens(corpusPath);
  const documents = corpusPath === null ? [] : readCorpusDocuments(corpusPath);
  const entries = documents.flatMap(({ file, jwks }) => {
    // A tenant's own document names that tenant as owner of keys that all tenants share.
    const isOfTenant = file.startsWith('entra-tenant');
    return isOfTenant ? jwks.keys.map((key) => ({ ...key, issuer: enterpriseOwner })) : jwks.keys;
  });
  const withOwner = unique(entries.filter((entry) => entry['issuer'] !== undefined));
  const withoutOwner = unique(entries.filter((entry) => entry['issuer'] === undefined));

  async function inspectAtItsTime(token: CorpusToken): Promise<Inspection> {
    const own = token.jwk === null ? [] : [token.jwk];
    const port = await keyPortOf({
      [commonKeysUrl]: withOwner,
      [consumerKeysUrl]: withOwner,
      [commonV1KeysUrl]: unique([...withoutOwner, ...own]),
    });
    const host = hostOf(token.kind);
    const nowMs = ((token.iat ?? token.exp ?? 0) + 60) * 1000;
    return inspect(
      {
        credential: token.token,
        source: 'recorded',
        seenAtMs: nowMs,
        host,
        documentHost: host,
        tabIds: [],
        isPrivate: false,
      },
      { keys: port, nowMs, clockIsGiven: true },
    );
  }

  test('the corpus is there', () => {
    expect(tokens.length).toBeGreaterThanOrEqual(leastTokens);
  });

  const genuine = tokens.filter(({ kind }) => !kind.includes('/'));
  const ofThisFamily = genuine.filter(({ kind }) => ['entra-v1', 'entra-v2', 'msa'].includes(kind));

  test.each(genuine.map((token) => [token.id, token] as const))(
    'genuine %s is never danger',
    async (_, token) => {
      expect((await inspectAtItsTime(token)).verdict).not.toBe('danger');
    },
  );

  test.each(
    ofThisFamily.filter(({ jwk }) => jwk !== null).map((token) => [token.id, token] as const),
  )('%s, whose key is recorded, is verified or says why not', async (_, token) => {
    const { verdict, outcomes } = await inspectAtItsTime(token);
    if (verdict === 'verified') return;
    expect(verdict).toBe('undetermined');
    // The one reason there is: its key was recorded only in documents that name no owner.
    expect(outcomes.filter(({ outcome }) => outcome === 'unknown' || outcome === 'fail')).toEqual([
      { rule: 'key-foreign', outcome: 'unknown', reason: 'key-owner-unstated' },
    ]);
  });

  test('at least a third of the family is verified outright', async () => {
    const verdicts = await Promise.all(ofThisFamily.map(inspectAtItsTime));
    const verified = verdicts.filter(({ verdict }) => verdict === 'verified').length;
    expect(verified * 3).toBeGreaterThanOrEqual(ofThisFamily.length);
  });

  const forged = tokens.filter(({ kind }) => kind.includes('/'));
  test.each(forged.map((token) => [token.id, token] as const))(
    'made-up or altered %s is never verified',
    async (_, token) => {
      expect((await inspectAtItsTime(token)).verdict).not.toBe('verified');
    },
  );
});

type Entry = Readonly<Record<string, unknown>>;

function unique(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map(entries.map((entry) => [entry['kid'] ?? entry['x5t'], entry]));
  return [...byId.values()];
}
