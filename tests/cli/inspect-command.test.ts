import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commonKeysUrl } from '../support/keys.ts';
import { reportsOf, runInspectCommand } from '../support/run-command.ts';
import {
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  issuedAt,
  signToken,
} from '../support/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-inspect-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const key = await createSigningKey(enterpriseOwner);
const genuine = await signToken(key, entraClaims());
const other = await signToken(key, entraClaims({ uti: 'another' }));
const forged = `${genuine.slice(0, genuine.lastIndexOf('.') + 1)}${'A'.repeat(342)}`;
const keys = write(
  'keys.json',
  JSON.stringify({
    url: commonKeysUrl,
    observed_at: '2026-11-24T11:00:00Z',
    jwks: { keys: [key.entry] },
  }),
);
const time = (seconds: number) => new Date((issuedAt + seconds) * 1000).toISOString();
const asOf = ['--keys', keys, '--at', time(60), '--json'];
const verdictsOf = async (args: readonly string[], stdin = '') =>
  reportsOf(await runInspectCommand(args, { stdin })).map(({ verdict }) => verdict);

describe('the input', () => {
  test('is standard input without a file and for a dash', async () => {
    expect(await verdictsOf(asOf, genuine)).toEqual(['verified']);
    expect(await verdictsOf([...asOf, '-'], genuine)).toEqual(['verified']);
  });

  test('is UTF-8 or UTF-16, with or without a byte order mark', async () => {
    const list = `${genuine}\r\n${forged}\r\n`;
    const swapped = Buffer.from(`\ufeff${list}`, 'utf16le').swap16();
    for (const content of [
      list,
      `\ufeff${list}`,
      Buffer.from(`\ufeff${list}`, 'utf16le'),
      swapped,
      Buffer.from(
        `\ufeff${JSON.stringify({ access_token: genuine, id_token: forged })}`,
        'utf16le',
      ),
    ]) {
      expect(await verdictsOf([...asOf, write('input', content)])).toEqual(['verified', 'danger']);
    }
  });

  test.each(['', '\n\n', '{}', '[]', 'x'.repeat(0)])(
    'without a token (%j) says so',
    async (stdin) => {
      const result = await runInspectCommand(asOf, { stdin });
      expect(result).toMatchObject({ status: 0, stdout: '', stderr: 'No token was found.\n' });
    },
  );

  test('may not be a folder or absent', async () => {
    await expect(runInspectCommand([folder])).rejects.toThrow('is a folder');
    await expect(runInspectCommand([join(folder, 'absent')])).rejects.toThrow('no such file');
  });
});

describe('the time', () => {
  const har = (startedDateTime: string) =>
    JSON.stringify({
      log: {
        entries: [
          {
            startedDateTime,
            request: {
              url: 'https://outlook.office.com/',
              headers: [{ name: 'Authorization', value: `Bearer ${genuine}` }],
            },
          },
        ],
      },
    });
  const options = ['--keys', keys, '--json'];

  test('is that of the file, and --at comes before it', async () => {
    expect(await verdictsOf(options, har(time(60)))).toEqual(['verified']);
    expect(await verdictsOf(options, har(time(9000)))).toEqual(['attention']);
    expect(await verdictsOf([...options, '--at', time(60)], har(time(9000)))).toEqual(['verified']);
    const [report] = reportsOf(await runInspectCommand(options, { stdin: har(time(60)) }));
    expect(report).toMatchObject({ at: time(60), host: 'outlook.office.com', seen: 1 });
  });

  test('is now for a list', async () => {
    const at = async (nowMs: number) =>
      reportsOf(await runInspectCommand(options, { stdin: genuine, nowMs }))[0]?.verdict;
    expect(await at((issuedAt + 60) * 1000)).toBe('verified');
    expect(await at((issuedAt + 90_000) * 1000)).toBe('attention');
  });

  test('of a token that was only kept is before it ran out: nobody used it since', async () => {
    const cache = JSON.stringify({ a: { credentialType: 'AccessToken', secret: genuine } });
    const nowMs = (issuedAt + 900_000) * 1000;
    const result = await runInspectCommand(options, { stdin: cache, nowMs });
    expect(reportsOf(result)[0]).toMatchObject({ verdict: 'verified', at: time(4500) });
    // Asked about a time, it is judged as of that time; still nobody used it.
    const later = await runInspectCommand([...options, '--at', time(9000)], {
      stdin: cache,
      nowMs,
    });
    expect(reportsOf(later)[0]).toMatchObject({ verdict: 'verified', at: time(9000) });
  });
});

test('a token in a HAR file is told once, with the worst of its uses', async () => {
  const entry = (seconds: number) => ({
    startedDateTime: time(seconds),
    request: {
      url: 'https://outlook.office.com/',
      headers: [{ name: 'Authorization', value: `Bearer ${genuine}` }],
    },
  });
  const stdin = JSON.stringify({ log: { entries: [60, 9000, 120].map(entry) } });
  const reports = reportsOf(await runInspectCommand(['--keys', keys, '--json'], { stdin }));
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({
    verdict: 'attention',
    seen: 3,
    at: time(9000),
    place: '.log.entries[1].request.headers[0]',
  });
});

describe('what a HAR file says besides the token', () => {
  const halfHash = (text: string) =>
    createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

  test('is judged with it: a code that is not the ID token’s makes it forged', async () => {
    const idToken = await signToken(
      key,
      entraClaims({ aud: 'app', nonce: 'n', scp: undefined, c_hash: halfHash('code of this') }),
    );
    const signIn = (code: string) =>
      JSON.stringify({
        log: {
          entries: [
            {
              startedDateTime: time(60),
              request: {
                method: 'POST',
                url: 'https://outlook.office.com/owa/',
                postData: {
                  mimeType: 'application/x-www-form-urlencoded',
                  text: new URLSearchParams({ code, id_token: idToken }).toString(),
                },
              },
            },
          ],
        },
      });
    const failed = async (code: string) => {
      const result = await runInspectCommand(asOf, { stdin: signIn(code) });
      const [report] = reportsOf(result);
      const outcome = report?.outcomes.find(({ rule }) => rule === 'code-hash-mismatch');
      return `${report?.verdict} ${outcome?.outcome}`;
    };
    expect(await failed('code of this')).toBe('verified pass');
    expect(await failed('code of another')).toBe('danger fail');
  });
});

describe('the exit code', () => {
  const statusOf = async (stdin: string, args = asOf) =>
    (await runInspectCommand(args, { stdin })).status;

  test('is of the worst verdict', async () => {
    expect(await statusOf(genuine)).toBe(0);
    expect(await statusOf(`${genuine}\nEwA4opaque`)).toBe(0);
    expect(await statusOf(genuine, ['--json', '--at', time(9000), '--keys', keys])).toBe(2);
    expect(await statusOf(`${genuine}\n${forged}`)).toBe(3);
  });

  test('is 0 for what could not be checked, which is told', async () => {
    const result = await runInspectCommand(['--at', time(60)], { stdin: genuine });
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('1 token: 1 could not check');
  });

  test('is 1 when not everything could be read, unless something is wrong', async () => {
    const cut = (token: string) => `{"a":{"id_token":"${token}"},"b":`;
    expect(await statusOf(cut(genuine))).toBe(1);
    expect(await statusOf(cut(forged))).toBe(3);
    expect(await statusOf(`{"token":"${genuine}"}\n{"token":`)).toBe(1);
    const { stderr } = await runInspectCommand(asOf, { stdin: cut(genuine) });
    expect(stderr).toContain('not complete JSON');
  });

  test('is 130 when a person stops it, after the token at hand', async () => {
    const result = await runInspectCommand(asOf, {
      stdin: `${genuine}\n${other}\n${forged}`,
      interruptAfter: 2,
    });
    expect(result.status).toBe(130);
    expect(reportsOf(result)).toHaveLength(2);
    expect(result.stderr).toContain('stopped: 2 tokens were judged');
  });
});

test('--json has nothing but the objects on standard output', async () => {
  const { stdout, stderr } = await runInspectCommand(asOf, { stdin: `${genuine}\n${other}` });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => typeof JSON.parse(line)),
  ).toEqual(['object', 'object']);
  expect(stderr).toBe('');
});

test('what was left out is told', async () => {
  const stdin = JSON.stringify({ access_token: genuine, refresh_token: 'x'.repeat(40) });
  const { stderr } = await runInspectCommand(asOf, { stdin });
  expect(stderr).toBe('warning: 1 refresh tokens were left out: only their issuer knows them\n');
});
