import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commonKeysUrl } from '../support/keys.ts';
import { reportsOf, runInspectCommand } from '../support/run-command.ts';
import {
  type Claims,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  signToken,
} from '../support/tokens.ts';

const key = await createSigningKey(enterpriseOwner);
const sign = (changes: Claims = {}) => signToken(key, entraClaims(changes));
const genuine = await sign();
const copy = await sign({ scp: 'full_access_as_user' });

describe('the tokens of one file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-earlier-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function judge(tokens: readonly string[]) {
    const keys = join(folder, 'keys.json');
    const file = join(folder, 'tokens.txt');
    const observed_at = '2026-11-24T11:00:00Z';
    writeFileSync(
      keys,
      JSON.stringify({ url: commonKeysUrl, observed_at, jwks: { keys: [key.entry] } }),
    );
    writeFileSync(file, tokens.join('\n'));
    const at = '2026-11-24T12:01:00Z';
    const host = 'outlook.office.com';
    const args = [file, '--json', '--keys', keys, '--at', at, '--host', host];
    const result = await runInspectCommand(args);
    return { code: result.status, verdicts: reportsOf(result).map(({ verdict }) => verdict) };
  }

  test('know of those before them', async () => {
    expect(await judge([genuine, copy])).toEqual({ code: 3, verdicts: ['verified', 'danger'] });
  });

  test('are genuine side by side when they are of one session', async () => {
    const idToken = await sign({ appid: undefined, aud: 'outlook', nonce: 'n' });
    const graph = await sign({ aud: 'https://graph.microsoft.com', uti: 'another' });
    expect(await judge([genuine, idToken, graph, genuine])).toMatchObject({ code: 0 });
  });
});
