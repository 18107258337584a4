import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeVisible } from '../../src/cli/visible-text.ts';
import { redactText } from '../../src/core/index.ts';
import { commonKeysUrl } from '../support/keys.ts';
import { runInspectCommand, runKeysCommand } from '../support/run-command.ts';
import {
  createSigningKey,
  encodeSegment,
  enterpriseOwner,
  entraClaims,
  signToken,
} from '../support/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = await createSigningKey(enterpriseOwner);
const secret = await signToken(key, entraClaims());
const [header = '', claims = '', signature = ''] = secret.split('.');
/** A part of the token that does not begin like one. */
const middle = claims.slice(33, 80);

/** No run of this many characters of the token may be in an output. */
const run = 16;

function expectNoToken(text: string, allowed: readonly string[] = []): void {
  const kept = allowed.reduce((rest, one) => rest.replaceAll(one, ''), text);
  expect(text.length).toBeGreaterThan(0);
  for (const segment of [header, claims, signature]) {
    for (let at = 0; at + run <= segment.length; at++) {
      // The token itself must not be in the failure's message either.
      if (kept.includes(segment.slice(at, at + run))) throw new Error(`printed from ${at} on`);
    }
  }
}

/** Runs with and without `--json`, as the entry does, errors included. */
async function outputOf(args: readonly string[], stdin = ''): Promise<string> {
  const outputs = await Promise.all(
    [[], ['--json']].map(async (more) => {
      try {
        const result = await runInspectCommand([...more, ...args], { stdin });
        return `${result.stdout}${result.stderr}`;
      } catch (error) {
        return makeVisible(redactText(error instanceof Error ? error.message : ''));
      }
    }),
  );
  return outputs.join('\n');
}

const pair = (name: string, value: string) => ({ name, value });
/** Claims and header members that repeat parts of the token. */
const repeating = [
  `${encodeSegment(JSON.stringify({ alg: 'RS256', kid: middle, typ: claims }))}.${encodeSegment(
    JSON.stringify({ ...entraClaims({ upn: `${middle}@${signature.slice(5, 40)}.example` }) }),
  )}.AAAA`,
  `${encodeSegment(JSON.stringify({ alg: middle }))}.${encodeSegment(
    JSON.stringify({
      ...entraClaims({ iss: `https://${middle}.example/`, aud: secret, tid: middle }),
    }),
  )}.AAAA`,
];

const inputs: Readonly<Record<string, string>> = {
  'a list': [
    secret,
    `Bearer ${secret}`,
    `Authorization: MSAuth1.0 usertoken="${secret}"`,
    `x ${secret}`,
  ].join('\n'),
  'a list of objects': JSON.stringify({ token: secret, host: `${middle}.example`, at: secret }),
  'tokens that repeat others': [secret, ...repeating].join('\n'),
  'broken JSON': `{"log":{"entries":[{"id_token":"${secret}"},{"${secret}`,
  'a HAR file': JSON.stringify({
    [middle]: secret,
    log: {
      pages: [{ id: secret, title: `https://${middle}.example/${secret}` }],
      entries: [
        {
          pageref: secret,
          startedDateTime: secret,
          request: {
            method: secret,
            url: `https://${middle}.example/${secret}?id_token=${secret}&${secret}=${secret}#access_token=${secret}`,
            headers: [
              pair('Authorization', `Bearer ${secret}`),
              pair(secret, secret),
              pair('Cookie', `${middle}=${secret}; ${secret}`),
              pair('Referer', `https://${middle}.example/${secret}`),
              pair('DPoP', secret),
            ],
            postData: { mimeType: secret, text: secret, params: [pair(secret, secret)] },
          },
          response: {
            status: secret,
            headers: [pair('Location', `https://${middle}.example/#id_token=${secret}`)],
            content: { mimeType: 'application/json', text: JSON.stringify({ [secret]: secret }) },
          },
        },
      ],
    },
  }),
  'a SAML-tracer export': JSON.stringify({
    requests: [
      {
        url: `https://${middle}.example/`,
        requestHeaders: [pair('authorization', `Bearer ${secret}`)],
        post: [
          ['id_token', `{hash:${middle}}`],
          [secret, secret],
        ],
        responseStatusText: secret,
      },
    ],
    timestamp: secret,
  }),
  'a cache': JSON.stringify({
    [secret]: {
      credential_type: 'AccessToken',
      secret,
      [middle]: { [claims.slice(0, 15)]: secret },
    },
    [middle]: { id: middle, nonce: middle, data: secret },
    refresh: { credential_type: 'RefreshToken', secret },
  }),
};

describe('a token is not printed', () => {
  test.each(Object.entries(inputs))('of %s', async (_, stdin) => {
    expectNoToken(await outputOf(['--at', '2026-11-24T12:01:00Z', '--show-accounts'], stdin));
  });

  test.each([
    ['a file', [secret]],
    ['a part of it as a file', [middle]],
    ['a host', ['--host', secret]],
    ['a time', ['--at', secret]],
    ['keys', ['--keys', secret]],
    ['keys with an address', ['--keys', `https://keys.example/${secret}=${secret}`]],
    ['an option', [`--${secret}`]],
    ['a policy', ['--policy', secret]],
    ['two files', [secret, secret]],
  ])('in the place of %s', async (_, args) => {
    expectNoToken(await outputOf(args));
  });

  test('as the name of files that are there', async () => {
    const name = secret.slice(0, 180);
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, secret);
    expectNoToken(await outputOf([file]));
    const keys = join(folder, `keys-${name}`);
    mkdirSync(keys);
    writeFileSync(join(keys, `${name}.json`), 'no key document');
    writeFileSync(join(keys, `${name}.md`), JSON.stringify({ jwks: { keys: [] } }));
    expectNoToken(await outputOf(['--keys', keys], secret));
    expectNoToken(await outputOf(['--keys', join(keys, `${name}.json`)], secret));
  });

  test('of key documents that repeat it', async () => {
    const keys = join(folder, 'repeating');
    mkdirSync(keys);
    const entry = { ...key.entry, kid: middle, x5t: secret, issuer: secret };
    for (const day of [1, 2]) {
      writeFileSync(
        join(keys, `${day}.json`),
        JSON.stringify({
          url: commonKeysUrl,
          observed_at: `2026-11-2${day}`,
          [secret]: secret,
          jwks: { keys: day === 1 ? [entry] : [{ ...entry, kid: secret }] },
        }),
      );
    }
    expectNoToken(await outputOf(['--keys', keys], [secret, ...repeating].join('\n')));
    for (const args of [[keys], ['--json', keys], ['--history', keys]]) {
      const { stdout, stderr } = await runKeysCommand(args);
      // A key id is public, and nothing tells that this one is a part of a token.
      expectNoToken(`${stdout}${stderr}`, [middle]);
    }
  });
});
