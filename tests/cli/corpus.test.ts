import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/input/report.ts';
import { type CorpusToken, corpusAbsent, corpusPath, readCorpusTokens } from '../support/corpus.ts';
import { commonKeysUrl, commonV1KeysUrl } from '../support/keys.ts';
import { reportsOf, runInspectCommand } from '../support/run-command.ts';

const login = 'https://login.microsoftonline.com';
const families: readonly (readonly [RegExp, string])[] = [
  [/accounts\.google\.com$/, 'https://www.googleapis.com/oauth2/v3/certs'],
  [/appleid\.apple\.com$/, 'https://appleid.apple.com/auth/keys'],
  [/login\.yahoo\.com$/, 'https://api.login.yahoo.com/openid/v1/certs'],
];

/** Addresses at which the issuer of a token publishes its keys: the shared ones, and its tenant's own. */
function addressesOf(iss: string): readonly string[] {
  const tenant = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(iss)?.[0] ?? '';
  if (iss.startsWith('https://sts.windows.net/')) {
    return [commonV1KeysUrl, commonKeysUrl, `${login}/${tenant}/discovery/keys`];
  }
  if (iss.startsWith(login)) return [commonKeysUrl, `${login}/${tenant}/discovery/v2.0/keys`];
  return families.flatMap(([form, url]) => (form.test(iss) ? [url] : []));
}

/** Where a token of this kind is at home; other families have no webmail here yet. */
function hostOf(kind: string): readonly string[] {
  if (kind.includes('msa')) return ['--host', 'outlook.live.com'];
  return kind.includes('entra') ? ['--host', 'outlook.office.com'] : [];
}

describe.skipIf(corpusPath === null)(
  `the recorded tokens, as an analyst has them (skipped: ${corpusAbsent})`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-corpus-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const tokens = corpusPath === null ? [] : readCorpusTokens(corpusPath);
    const recorded = ['--keys', join(corpusPath ?? '', 'key-documents')];
    const genuine = tokens.filter(({ kind }) => !kind.includes('/'));
    const withKey = genuine.filter(({ jwk }) => jwk !== null);

    async function inspectOne(
      { kind, iat, exp }: CorpusToken,
      text: string,
      keys: readonly string[],
    ): Promise<Report> {
      const at = new Date(((iat ?? exp ?? 0) + 60) * 1000).toISOString();
      const args = ['--json', '--at', at, ...hostOf(kind), ...keys];
      const [report] = reportsOf(await runInspectCommand(args, { stdin: text }));
      if (report === undefined) throw new Error('no report');
      return report;
    }

    /** `URL=FILE` with the key that verifies the token, as a bare set. */
    function bareSet({ id, jwk }: CorpusToken, url: string): readonly string[] {
      const file = join(folder, `${id.replaceAll(/\W/g, '_')}.json`);
      writeFileSync(file, JSON.stringify({ keys: [jwk] }));
      return ['--keys', `${url}=${file}`];
    }

    function expectNoAlarm({ verdict, outcomes }: Report): void {
      const alarms = outcomes.filter(
        (outcome) => outcome.outcome === 'fail' && outcome.severity !== 'note',
      );
      expect(alarms).toEqual([]);
      expect(['verified', 'undetermined', 'not-inspected']).toContain(verdict);
    }

    test('genuine tokens with the folder of recorded documents are no alarm, most with keys are verified', async () => {
      expect(genuine.length).toBeGreaterThan(50);
      const reports = await Promise.all(
        genuine.map((token) => inspectOne(token, token.token, recorded)),
      );
      for (const report of reports) expectNoAlarm(report);
      const verified = reports.filter(({ verdict }) => verdict === 'verified').length;
      console.info(
        `folder: ${verified} of ${genuine.length} verified, ${withKey.length} have keys`,
      );
      expect(verified).toBeGreaterThanOrEqual(24);
    });

    test('genuine tokens with their own key at an address of their issuer are no alarm; verified where that says whose it is', async () => {
      let verified = 0;
      let all = 0;
      for (const token of withKey) {
        for (const url of addressesOf(token.iss ?? '')) {
          const report = await inspectOne(token, token.token, bareSet(token, url));
          expectNoAlarm(report);
          all++;
          if (report.verdict === 'verified') verified++;
          // A shared document of Microsoft's holds keys of several owners, and a bare key does not say of which.
          else expect(url).toMatch(/\/common\/discovery\//);
          const signature = report.outcomes.find(({ rule }) => rule === 'signature-invalid');
          expect(signature?.outcome).toBe('pass');
        }
      }
      console.info(`URL=FILE: ${verified} of ${all} verified, every signature`);
      expect(verified).toBeGreaterThanOrEqual(37);
    });

    test('a changed signature is called forged, whichever way the key came', async () => {
      for (const token of withKey) {
        const at = token.token.lastIndexOf('.') + 20;
        const letter = token.token[at] === 'A' ? 'B' : 'A';
        const changed = `${token.token.slice(0, at)}${letter}${token.token.slice(at + 1)}`;
        for (const url of addressesOf(token.iss ?? '')) {
          const { verdict } = await inspectOne(token, changed, bareSet(token, url));
          expect(verdict).toBe('danger');
        }
      }
    });

    test('tampered tokens are called forged', async () => {
      const tampered = tokens.filter(({ kind }) => kind.startsWith('tampered/'));
      expect(tampered.length).toBeGreaterThan(0);
      for (const token of tampered) {
        expect((await inspectOne(token, token.token, recorded)).verdict).toBe('danger');
      }
    });

    test('made-up tokens are never verified', async () => {
      for (const token of tokens.filter(({ kind }) => kind.startsWith('synthetic/'))) {
        expect((await inspectOne(token, token.token, recorded)).verdict).not.toBe('verified');
      }
    });

    test('the whole file is read as it is', async () => {
      const file = join(corpusPath ?? '', 'tokens.jsonl');
      const result = await runInspectCommand(['--json', file]);
      expect(reportsOf(result)).toHaveLength(tokens.length);
      expect(result.stderr).toBe('');
    });
  },
);
