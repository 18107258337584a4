import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { corpusPath } from '../support/corpus.ts';
import { findViolations, type Schema } from '../support/json-schema.ts';
import { commonKeysUrl } from '../support/keys.ts';
import {
  type CommandResult,
  reportsOf,
  runInspectCommand,
  runKeysCommand,
} from '../support/run-command.ts';
import {
  assembleToken,
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  signToken,
} from '../support/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));
const schemaOf = (command: string): Schema =>
  JSON.parse(readFileSync(`docs/${command}.schema.json`, 'utf8'));
const docs = readFileSync('docs/cli.md', 'utf8');

const key = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const genuine = await signToken(key, entraClaims());
const foreign = await signToken(consumer, entraClaims());
const keysFile = join(folder, 'keys.json');
writeFileSync(
  keysFile,
  JSON.stringify({
    url: commonKeysUrl,
    observed_at: '2026-11-24T11:00:00Z',
    jwks: { keys: [key.entry, consumer.entry] },
  }),
);
const asOf = ['--json', '--at', '2026-11-24T12:01:00Z'];

/** Inputs of every kind, each with what it must show at least once. */
const inputs: Readonly<Record<string, string>> = {
  'genuine, foreign and changed tokens': [
    genuine,
    foreign,
    `${genuine.slice(0, -9)}AAAAAAAAA`,
  ].join('\n'),
  'odd tokens': [
    assembleToken('{"alg":"none"}', '{"iss":"https://sts.windows.net/x/","exp":"soon"}', ''),
    assembleToken('{"alg":"RS256","kid":"\\u202e\\u001b[2J"}', '{"iss":"\\u0000"}'),
    'a.b',
    `${genuine}.x.y`,
    'EwA4opaque',
    'ya29.opaque',
    '',
  ].join('\n'),
  'a HAR file': JSON.stringify({
    log: {
      entries: [
        {
          startedDateTime: '2026-11-24T12:01:00Z',
          request: {
            url: 'https://outlook.office.com/x',
            headers: [
              { name: 'Authorization', value: `Bearer ${genuine}` },
              { name: 'Cookie', value: 'id_token=[id_token redacted]' },
            ],
          },
        },
      ],
    },
  }),
  'a cache': JSON.stringify({
    a: { credentialType: 'AccessToken', secret: genuine },
    'msal.1|x|y|idtoken|z': { id: 'i', nonce: 'n', data: 'd' },
  }),
};

const results: Record<string, CommandResult> = {};
for (const [name, stdin] of Object.entries(inputs)) {
  for (const more of [
    [],
    ['--host', 'outlook.office.com'],
    ['--keys', keysFile, '--show-accounts'],
  ]) {
    results[`${name} ${more.join(' ')}`] = await runInspectCommand([...asOf, ...more], { stdin });
  }
}

describe('inspect --json', () => {
  test.each(Object.entries(results))('%s fits its schema', (_, result) => {
    const reports = reportsOf(result);
    expect(reports.length).toBeGreaterThan(0);
    for (const report of reports) expect(findViolations(schemaOf('inspect'), report)).toEqual([]);
  });

  test('shows every verdict but one, every outcome and every severity among these', () => {
    const reports = Object.values(results).flatMap(reportsOf);
    const outcomes = reports.flatMap((report) => report.outcomes);
    expect(new Set(reports.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(outcomes.map(({ outcome }) => outcome)).size).toBe(4);
    expect(
      new Set(outcomes.flatMap((one) => (one.outcome === 'fail' ? [one.severity] : []))).size,
    ).toBeGreaterThanOrEqual(2);
    const reasons = new Set(reports.map(({ not_inspected }) => not_inspected));
    for (const reason of ['masked', 'encrypted-cache', null]) expect(reasons).toContain(reason);
  });

  test.skipIf(corpusPath === null)('the recorded tokens fit it too', async () => {
    const file = join(corpusPath ?? '', 'tokens.jsonl');
    const recorded = ['--keys', join(corpusPath ?? '', 'key-documents')];
    const reports = reportsOf(await runInspectCommand(['--json', ...recorded, file]));
    expect(reports.length).toBeGreaterThan(70);
    expect(reports.flatMap((report) => findViolations(schemaOf('inspect'), report))).toEqual([]);
  });

  test('every member is on the page', () => {
    const [report] = Object.values(results).flatMap(reportsOf);
    for (const member of Object.keys(report ?? {})) expect(docs).toContain(`\`${member}\``);
  });

  test('what breaks the schema is found', () => {
    const [report] = Object.values(results).flatMap(reportsOf);
    const breaking = [
      { ...report, verdict: 'fine' },
      { ...report, token: 'x' },
      { ...report, seen: 0 },
      { ...report, at: 'today' },
      { ...report, outcomes: [{ rule: 'x', outcome: 'fail' }] },
      { ...report, outcomes: [{ rule: 'x', outcome: 'pass', reason: 'y' }] },
      { ...report, fingerprint: undefined },
    ];
    for (const one of breaking) {
      expect(findViolations(schemaOf('inspect'), one), JSON.stringify(one)).not.toEqual([]);
    }
  });
});

describe('keys --json', () => {
  test('every event fits its schema', async () => {
    const swapped = { ...consumer.entry, kid: key.kid, x5t: key.kid };
    const lines: unknown[] = [];
    for (const keys of [[key.entry], [consumer.entry, key.entry], [swapped]]) {
      const day = lines.length + 1;
      const url = commonKeysUrl;
      lines.push({ url, observed_at: `2024-07-0${day}`, jwks: { keys } });
    }
    const recorded = mkdtempSync(join(folder, 'answers-'));
    for (const [index, line] of lines.entries()) {
      writeFileSync(join(recorded, `${index}.json`), JSON.stringify(line));
    }
    const { stdout } = await runKeysCommand(['--json', recorded]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(events.length).toBeGreaterThanOrEqual(3);
    expect(events.flatMap((event) => findViolations(schemaOf('keys'), event))).toEqual([]);
  });

  test.skipIf(corpusPath === null)('the recorded documents fit it too', async () => {
    const { stdout } = await runKeysCommand(['--json', join(corpusPath ?? '', 'key-documents')]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(events.length).toBeGreaterThan(100);
    expect(events.flatMap((event) => findViolations(schemaOf('keys'), event))).toEqual([]);
  });
});
