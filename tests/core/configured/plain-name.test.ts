import { expect, test } from 'vitest';
import { buildDirectory } from '../../../src/core/configured/directory.ts';
import { plainName } from '../../../src/core/configured/plain-name.ts';

test.each([
  ['Contoso webmail', 'Contoso webmail'],
  ['  Contoso\n webmail\u0000 ', 'Contoso webmail'],
  ['\u202eliamG\u202c', 'liamG'],
  ['a\u2066b\u2069\u200e\u200f\u061c\u2028c\u2029', 'abc'],
  // A joiner without which Persian words are written otherwise.
  ['نامه\u200cها', 'نامه\u200cها'],
  ['\u202e \u0007', 'mail.example'],
  ['', 'mail.example'],
  [undefined, 'mail.example'],
])('%j is shown as %j', (name, shown) => {
  expect(plainName(name, 'mail.example')).toBe(shown);
});

test('added issuers and webmails have plain names', () => {
  const issuer = 'https://sso.contoso.example/realms/staff';
  const { directory } = buildDirectory({
    issuers: [{ issuer, shape: 'keycloak', name: 'Sign\u202e-in' }],
    webmails: [{ host: 'mail.contoso.example', name: '\u202e', issuers: [issuer] }],
  });
  expect(directory.issuers.at(-1)?.name).toBe('Sign-in');
  expect(directory.providers.at(-1)?.name).toBe('mail.contoso.example');
});
