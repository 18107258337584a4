import { describe, expect, test } from 'vitest';
import { readKeyFiles } from '../../../src/cli/key-files.ts';
import {
  createSightingMemory,
  type Inspection,
  inspect,
  type MemoryPort,
  noContext,
} from '../../../src/core/index.ts';
import { createRecordedKeys } from '../../../src/input/keys/recorded-keys.ts';
import {
  type CorpusToken,
  corpusAbsent,
  corpusPath,
  readCorpusTokens,
} from '../../support/corpus.ts';

/** What is told by comparing a token with those before it. */
const sessionRules = ['token-id-reused', 'claims-disagree', 'account-switched', 'tenant-switched'];
const startMs = 1_795_521_660_000;
const host = 'outlook.office.com';

describe.skipIf(corpusPath === null)(
  `recorded tokens one after another (skipped: ${corpusAbsent})`,
  async () => {
    const all = corpusPath === null ? [] : readCorpusTokens(corpusPath);
    const genuine = all.filter(({ kind }) => !kind.includes('/'));
    const recorded =
      corpusPath === null ? [] : await readKeyFiles(`${corpusPath}/key-documents`, () => {});

    /** Judged at its own time, seen a second after the one before, all in one tab: as if years were one session. */
    function inspectAs(index: number, token: CorpusToken, memory: MemoryPort): Promise<Inspection> {
      const nowMs = ((token.iat ?? token.exp ?? 0) + 60) * 1000;
      return inspect(
        {
          credential: token.token,
          source: 'recorded',
          seenAtMs: startMs + index * 1000,
          host,
          documentHost: host,
          tabIds: [1],
          isPrivate: false,
          context: { ...noContext, presentedAs: 'bearer' },
        },
        { keys: createRecordedKeys(recorded, nowMs), nowMs, clockIsGiven: true, memory },
      );
    }

    async function judgeInOrder(tokens: readonly CorpusToken[]) {
      const memory = createSightingMemory();
      const found = [];
      for (const [index, token] of tokens.entries()) {
        const { outcomes } = await inspectAs(index, token, memory);
        found.push(...outcomes.filter(({ rule }) => sessionRules.includes(rule)));
      }
      return found;
    }

    const byTime = [...genuine].sort((a, b) => (a.iat ?? 0) - (b.iat ?? 0));
    const orders: readonly [string, readonly CorpusToken[]][] = [
      ['as they were issued', byTime],
      ['the last first', [...byTime].reverse()],
      ['as they were collected, each twice', genuine.flatMap((token) => [token, token])],
      ['ID tokens after access tokens', [...genuine].sort((a, b) => a.kind.localeCompare(b.kind))],
    ];

    test.each(orders)('none is more than a note beside the others: %s', async (_name, tokens) => {
      expect(tokens.length).toBeGreaterThanOrEqual(45);
      const outcomes = await judgeInOrder(tokens);
      const alarms = outcomes.filter(
        (outcome) => outcome.outcome === 'fail' && outcome.severity !== 'note',
      );
      expect(alarms).toEqual([]);
    });

    test('and they were compared: pairs with one number, several tokens of one account', async () => {
      const outcomes = await judgeInOrder(byTime);
      const passed = (rule: string) =>
        outcomes.filter((outcome) => outcome.rule === rule && outcome.outcome === 'pass').length;
      expect(passed('token-id-reused')).toBeGreaterThanOrEqual(20);
      expect(passed('claims-disagree')).toBeGreaterThanOrEqual(10);
    });

    test('a genuine token whose claims were changed is told by its number', async () => {
      const numbered = genuine.filter(({ token }) => claimsOf(token)['uti'] !== undefined);
      expect(numbered.length).toBeGreaterThanOrEqual(15);
      for (const token of numbered) {
        const memory = createSightingMemory();
        await inspectAs(0, token, memory);
        const forged = { ...token, token: change(token.token) };
        const { outcomes } = await inspectAs(1, forged, memory);
        const found = outcomes.find(({ rule }) => rule === 'token-id-reused');
        const isKnown = outcomes.some(
          ({ rule, outcome }) => rule === 'issuer-unknown' && outcome === 'pass',
        );
        expect([token.id, found?.outcome]).toEqual([token.id, isKnown ? 'fail' : 'not-applicable']);
      }
    });
  },
);

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, claims = ''] = token.split('.');
  try {
    const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The same token with more permissions, under its old signature. */
function change(token: string): string {
  const [header = '', , signature = ''] = token.split('.');
  const claims = JSON.stringify({ ...claimsOf(token), roles: ['full_access_as_app'] });
  return `${header}.${Buffer.from(claims).toString('base64url')}.${signature}`;
}
