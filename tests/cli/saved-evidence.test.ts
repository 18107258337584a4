import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { maxEvidenceCharacters } from '../../src/input/evidence.ts';
import { runTask, taskOf } from '../support/bench-runs.ts';
import { findViolations, type Schema } from '../support/json-schema.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import { reportsOf, runInspectCommand } from '../support/run-command.ts';
import { saveEvidence } from '../support/saved-evidence.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

const enterprise = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const keys = await keyPortOf({ [commonKeysUrl]: [enterprise.entry, consumer.entry] });
const secret = await signToken(consumer, entraClaims());
const genuine = await inspectToken(await signToken(enterprise, entraClaims()), keys);
const forged = await inspectToken(secret, keys);
const saved = await saveEvidence([genuine, forged]);
const schema: Schema = JSON.parse(readFileSync('docs/inspect.schema.json', 'utf8'));

test('saved evidence is told as what was found then, and that nothing was judged anew', async () => {
  const result = await runInspectCommand(['--json'], { stdin: saved });
  const reports = reportsOf(result);
  expect(reports.map(({ verdict }) => verdict).sort()).toEqual(['danger', 'verified']);
  const report = reports.find(({ verdict }) => verdict === 'danger');
  expect(report).toMatchObject({
    fingerprint: forged.fingerprint,
    account: 'a…@contoso.example',
    key: forged.key,
    outcomes: forged.outcomes,
    at: new Date(forged.seenAtMs).toISOString(),
    seen: 1,
  });
  expect(report?.place).toMatch(/^tokens\[[01]\]$/);
  for (const one of reports) expect(findViolations(schema, one)).toEqual([]);
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(
    /^warning: this is saved evidence: .*nothing was judged anew, and anybody could have written it\n$/,
  );
});

test('neither time nor keys change what was found, and accounts are shown when asked for', async () => {
  const asked = ['--json', '--show-accounts', '--at', '2030-01-01', '--host', 'mail.google.com'];
  const reports = reportsOf(await runInspectCommand(asked, { stdin: saved }));
  expect(reports.map(({ verdict }) => verdict).sort()).toEqual(['danger', 'verified']);
  expect(reports[0]?.account).toBe('ada@contoso.example');
});

test('the inspector’s report says the same of it', async () => {
  const { ask } = await runTask(taskOf(saved));
  const answer = await ask({ type: 'report', program: 'x' });
  const text = answer.type === 'report' ? await answer.report.text() : '';
  const { stdout } = await runInspectCommand(['--json'], { stdin: saved });
  expect(JSON.parse(text).tokens).toEqual(
    stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  );
});

test('the table shows it in the popup’s words', async () => {
  const { stdout } = await runInspectCommand([], { stdin: saved });
  expect(stdout).toContain('This session is signed with a key that belongs to somebody else.');
  expect(stdout).toContain('2 tokens:');
});

test('a token that somebody wrote into it is not printed', async () => {
  const everywhere = JSON.stringify(JSON.parse(saved), (name, value: unknown) =>
    typeof value === 'string' &&
    ['value', 'kid', 'owner', 'document', 'host', 'account'].includes(name)
      ? `x ${secret}`
      : value,
  );
  for (const more of [[], ['--json']]) {
    const { stdout, stderr } = await runInspectCommand([...more, '--show-accounts'], {
      stdin: everywhere,
    });
    expect(stdout).toContain('[removed]');
    for (const part of secret.split('.')) {
      expect(`${stdout}${stderr}`.includes(part.slice(0, 24))).toBe(false);
      expect(`${stdout}${stderr}`.includes(part.slice(-24))).toBe(false);
    }
  }
});

test.each([
  ['cut off', saved.slice(0, -20), 'not complete JSON'],
  ['without a token', '{"format":"countersign-evidence","tokens":[]}', 'No token was found.'],
  [
    'above its bound',
    saved.replace(/}\s*$/, `,"x":"${' '.repeat(maxEvidenceCharacters)}"}`),
    'No token was found.',
  ],
])('evidence that is %s is said to be so', async (_what, stdin, sentence) => {
  const { stdout, stderr } = await runInspectCommand(['--json'], { stdin });
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
});
