import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entra } from '../../../src/core/issuers/entra.ts';
import { zoho } from '../../../src/core/issuers/zoho.ts';
import { readKeyName } from '../../../src/core/keys/key-name.ts';
import { selectKey } from '../../../src/core/keys/select.ts';
import { verifySignature } from '../../../src/core/keys/verify.ts';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import { tokenOf } from '../../support/facts.ts';
import { keyPortOf } from '../../support/keys.ts';
import { signBytes } from '../../support/sign-bytes.ts';
import { createSigningKey, issuedAt } from '../../support/tokens.ts';

const url = 'https://accounts.zoho.com/oauth/v2/keys';
const zohoWithKeys = { ...zoho, keyDocuments: [{ url, ownership: 'document' } as const] };
const [form] = zoho.forms;
if (!form) throw new Error('zoho has no form');
const match = { issuer: zohoWithKeys, form, tenant: null };

describe('the name of a key', () => {
  test('stands in kid and x5t', () => {
    const token = tokenOf('{"alg":"RS256","kid":"a","x5t":"b","key_id":"c"}', '{}');
    expect(readKeyName(token, entra)).toMatchObject({ kid: 'a', x5t: 'b' });
  });
  test('stands in a member of its own where the issuer has that habit, unless there is a kid', () => {
    expect(readKeyName(tokenOf('{"alg":"RS256","key_id":"c"}', '{}'), zoho).kid).toBe('c');
    expect(readKeyName(tokenOf('{"alg":"RS256","key_id":"c"}', '{}'), entra).kid).toBeNull();
    expect(readKeyName(tokenOf('{"kid":"a","key_id":"c"}', '{}'), zoho).kid).toBe('a');
  });
  test.each(['{"key_id":1}', '{"key_id":{}}', '{"__proto__":{"key_id":"x"}}'])(
    'is none where it is no text: %s',
    (header) => {
      expect(readKeyName(tokenOf(header, '{}'), zoho).kid).toBeNull();
    },
  );
});

describe('an identity token as Zoho writes it', async () => {
  const key = await createSigningKey();
  const other = await createSigningKey();
  const port = await keyPortOf({ [url]: [key.entry, other.entry] });
  const padded = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  const header = padded({ key_id: key.kid, typ: 'JWS', alg: 'RS256' });
  const isPadded = (segment: string) => segment.endsWith('=');
  const claims = padded({ iss: 'https://accounts.zoho.com', iat: issuedAt, sub: '1' });
  const signature = await signBytes(key.privateKey, `${header}.${claims}`);

  const judge = async (text: string) => {
    const token = decodeCredential(text);
    if (token.kind !== 'jws') throw new Error(`not read: ${token.kind}`);
    const { facts } = await selectKey(match, readKeyName(token, zohoWithKeys), port);
    if (facts.kind !== 'selected') return facts.kind;
    return (await verifySignature(token, facts.key, zohoWithKeys)).kind;
  };

  test('is padded, and verifies with the key that its own member names', async () => {
    expect([header, claims].some(isPadded)).toBe(true);
    expect(await judge(`${header}.${claims}.${signature}==`)).toBe('verified');
  });
  test('fails when changed, be it in its padding alone', async () => {
    const changed = padded({ iss: 'https://accounts.zoho.com', iat: issuedAt, sub: '2' });
    expect(await judge(`${header}.${changed}.${signature}`)).toBe('failed');
    const bare = [header, claims].map((segment) => segment.replace(/=+$/, '')).join('.');
    expect(await judge(`${bare}.${signature}`)).toBe('failed');
  });
  test('names no key that is not published', async () => {
    const unknown = padded({ key_id: createHash('sha1').digest('hex'), alg: 'RS256' });
    expect(await judge(`${unknown}.${claims}.${signature}`)).toBe('not-findable');
  });
});
