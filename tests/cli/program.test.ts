import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commonKeysUrl } from '../support/keys.ts';
import { createSigningKey, enterpriseOwner, entraClaims, signToken } from '../support/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-cli-'));
const key = await createSigningKey(enterpriseOwner);
const other = await createSigningKey(enterpriseOwner);
const genuine = await signToken(key, entraClaims());
const forged = `${genuine.slice(0, genuine.lastIndexOf('.') + 1)}${'A'.repeat(342)}`;
const keysFile = join(folder, 'keys.json');
const at = ['--at', '2026-11-24T12:01:00Z'];

/** The program as it is started, from its sources. */
const start = (args: readonly string[], input = '') =>
  spawnSync('node_modules/.bin/tsx', ['src/cli/main.ts', ...args], { encoding: 'utf8', input });

beforeAll(() => {
  writeFileSync(
    keysFile,
    JSON.stringify({
      url: commonKeysUrl,
      observed_at: '2026-11-24T11:00:00Z',
      jwks: { keys: [key.entry] },
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('inspect', () => {
  test('one JSON object a line, as documented, and never a token', () => {
    const { stdout, stderr, status } = start(
      ['inspect', '--json', '--host', 'outlook.office.com', '--keys', keysFile, ...at],
      `${genuine}\n${forged}\n`,
    );
    expect(status).toBe(3);
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports.map(({ verdict }) => verdict)).toEqual(['verified', 'danger']);
    expect(Object.keys(reports[0]).sort()).toEqual(
      [
        'account',
        'at',
        'fingerprint',
        'host',
        'issuer',
        'key',
        'not_inspected',
        'outcomes',
        'place',
        'provider',
        'seen',
        'verdict',
      ].sort(),
    );
    expect(reports[0]).toMatchObject({
      provider: 'outlook-work',
      issuer: 'entra',
      account: 'a…@contoso.example',
    });
    const [, claims = '', signature = ''] = genuine.split('.');
    for (const part of [claims, signature])
      expect(`${stdout}${stderr}`).not.toContain(part.slice(40, 80));
  });

  test('a table in the words of the popup', () => {
    const { stdout, status } = start(['inspect', '--keys', keysFile, ...at], genuine);
    expect(status).toBe(0);
    expect(stdout).toContain('line 1: Genuine');
    expect(stdout).toContain('✓ signature-invalid');
  });

  test('account names in full when asked', () => {
    const { stdout } = start(['inspect', '--json', '--show-accounts', ...at], genuine);
    expect(JSON.parse(stdout).account).toBe('ada@contoso.example');
  });

  test.each([
    ['a file', (token: string) => ['inspect', token]],
    ['an option', (token: string) => ['inspect', `--${token}`]],
    ['keys', (token: string) => ['inspect', '--keys', token]],
    ['a folder', (token: string) => ['keys', token]],
  ])('a token in the place of %s is not printed either', (_name, argsOf) => {
    const { stdout, stderr, status } = start(argsOf(genuine));
    expect(status).toBe(1);
    const [, claims = ''] = genuine.split('.');
    expect(`${stdout}${stderr}`).not.toContain(claims.slice(0, 24));
  });

  test.each([
    [['inspect', '--at', 'yesterday'], '--at takes a time'],
    [['inspect', '--host', 'https://outlook.office.com'], '--host takes the name of a host'],
    [['inspect', '--keys', 'nowhere'], 'does not exist'],
    [['inspect', 'nowhere.txt'], 'cannot be read'],
    [['inspect', '--policy', 'nowhere.json'], 'the policy nowhere.json cannot be read'],
    [['inspect', '--policy', 'README.md'], 'the policy README.md is no JSON'],
    [['inspect', '--policy'], '--policy'],
    [['inspect', '--colour'], '--colour'],
    [['keys'], 'keys takes one folder'],
    [['judge'], 'countersign inspect'],
  ])('%j is a mistake that is explained', (args, sentence) => {
    const { stderr, status } = start(args);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});

describe('the program as it is built', () => {
  const place = join(folder, 'package');

  beforeAll(() => {
    mkdirSync(place);
    copyFileSync('package.json', join(place, 'package.json'));
    const outDir = join(place, 'dist', 'cli');
    const built = spawnSync(
      'node_modules/.bin/vite',
      ['build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'],
      { encoding: 'utf8', env: { ...process.env, TARGET: 'cli' } },
    );
    if (built.status !== 0) throw new Error(built.stderr);
  }, 60_000);

  test('starts by its name, with nothing installed', () => {
    const npx = (...args: readonly string[]) =>
      spawnSync('npx', ['--offline', '--no-install', 'countersign', ...args], {
        cwd: place,
        encoding: 'utf8',
        input: genuine,
      });
    expect(npx('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const { stdout, status } = npx('inspect', '--json', '--keys', keysFile, ...at);
    expect(JSON.parse(stdout).verdict).toBe('verified');
    expect(status).toBe(0);
  });

  test('ends quietly when nobody reads on', () => {
    const list = join(folder, 'list.txt');
    writeFileSync(list, `${genuine}\n`.repeat(2000));
    const program = join(place, 'dist', 'cli', 'countersign.js');
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `node '${program}' inspect '${list}' --json | head -n 1`],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(stdout).place).toBe('line 1');
    expect(stderr).toBe('');
  });

  test('ends in order by Ctrl-C', async () => {
    const program = join(place, 'dist', 'cli', 'countersign.js');
    const child = spawn('node', [program, 'inspect', '--json'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.write(`${genuine}\n`.repeat(3));
    const lines: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(text));
    await once(child.stdout, 'data');
    // Standard input stays open: the program does not wait for its end.
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    for (const line of lines.join('').trim().split('\n')) expect(JSON.parse(line).seen).toBe(1);
  });
});

describe('keys', () => {
  test('tells what happened to keys, and ends with a code for the worst of it', () => {
    const answers = join(folder, 'answers');
    mkdirSync(answers);
    const record = (day: number, ...entries: object[]) =>
      writeFileSync(
        join(answers, `${day}.json`),
        JSON.stringify({
          url: commonKeysUrl,
          observed_at: `2024-07-0${day}`,
          jwks: { keys: entries },
        }),
      );
    record(1, key.entry);
    record(2, key.entry, other.entry);
    record(3, { ...other.entry, kid: key.kid }, other.entry);
    const { stdout, status } = start(['keys', '--json', answers]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.map(({ event, severity }) => `${event} ${severity}`)).toEqual([
      'appeared note',
      'swapped danger',
    ]);
    expect(status).toBe(3);
    expect(start(['keys', answers]).stdout).toContain('3 answers, 2 events');
    const history = JSON.parse(start(['keys', '--history', answers]).stdout);
    expect(history).toMatchObject({
      format: 'countersign-key-history',
      documents: [{ url: commonKeysUrl, answers: 3, first_answer: '2024-07-01T00:00:00.000Z' }],
    });
  });
});

describe('inspect, with the answers of many days', () => {
  const answers = join(folder, 'days');
  const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;
  const secondsOf = (day: number) => Date.parse(dayOf(day)) / 1000;
  beforeAll(() => {
    mkdirSync(answers);
    for (let day = 1; day <= 20; day++) {
      // The first key is retired after its second day; the other is exchanged under its name on the last one.
      const listed = day === 20 ? { ...key.entry, kid: other.kid, x5t: other.kid } : other.entry;
      const keys = day <= 2 ? [key.entry, listed] : [listed];
      writeFileSync(
        join(answers, `${day}.json`),
        JSON.stringify({ url: commonKeysUrl, observed_at: dayOf(day), jwks: { keys } }),
      );
    }
  });

  async function failuresOf(signer: typeof key, day: number, header = {}) {
    const iat = secondsOf(day);
    const token = await signToken(signer, entraClaims({ iat, nbf: iat, exp: iat + 4500 }), header);
    const { stdout } = start(['inspect', '--json', '--keys', answers, '--at', dayOf(day)], token);
    const { outcomes } = JSON.parse(stdout) as {
      outcomes: { rule: string; outcome: string; severity?: string }[];
    };
    return outcomes.flatMap(({ rule, outcome, severity }) =>
      outcome === 'fail' ? [`${rule} ${severity}`] : [],
    );
  }

  test('finds a session that was issued after its key’s retirement, and none before', async () => {
    expect(await failuresOf(key, 2)).toEqual([]);
    expect(await failuresOf(key, 12)).toEqual(['key-retired danger']);
  });

  test('finds a key that was exchanged under its name, and does not know of it a day before', async () => {
    const name = { kid: other.kid, x5t: other.kid };
    expect(await failuresOf(other, 19)).toEqual([]);
    expect(await failuresOf(key, 20, name)).toContain('key-swapped danger');
  });
});
