import { describe, expect, test } from 'vitest';
import { describeOpaque } from '../../src/background/opaque-session.ts';
import type { Provider } from '../../src/core/index.ts';
import { fastmail } from '../../src/core/providers/fastmail.ts';
import { gmail } from '../../src/core/providers/gmail.ts';
import type { CookieShape } from '../../src/platform/cookies.ts';

const shape = (name: string, changes: Partial<CookieShape> = {}): CookieShape => ({
  name,
  host: 'google.com',
  isDomainWide: true,
  isHttpOnly: true,
  isSecure: true,
  sameSite: 'none',
  expiresAtSeconds: null,
  partition: null,
  isPrivate: false,
  ...changes,
});
const describeWith = (provider: Provider, cookies: readonly CookieShape[] | null) =>
  describeOpaque(provider, { cookies, binding: 'none-seen', sessions: [] });

describe('session cookies', () => {
  test('that are known are shown in the order of the data, and others are not', () => {
    const names = ['COMPASS', 'SAPISID', 'SID', 'toString', '__proto__'].map((name) => shape(name));
    const { cookies } = describeWith(gmail, names);
    expect(cookies?.map(({ name }) => name)).toEqual(['SID', 'SAPISID']);
  });

  test('whose name goes on with an account’s number are shown once, without the number', () => {
    const { cookies } = describeWith(fastmail, [shape('__Host-s_12ab'), shape('__Host-s_34cd')]);
    expect(cookies).toHaveLength(1);
    expect(cookies?.[0]).toMatchObject({ name: '__Host-s_', isPrefix: true });
    expect(JSON.stringify(cookies)).not.toContain('12ab');
  });

  test('are shown with the attributes that they have', () => {
    const [cookie] =
      describeWith(gmail, [shape('SID', { isHttpOnly: false, sameSite: 'lax' })]).cookies ?? [];
    expect(cookie).toMatchObject({
      isHttpOnly: false,
      isSecure: true,
      sameSite: 'lax',
      differs: false,
    });
  });

  test('that are otherwise than documented are marked, where somebody said so officially', () => {
    const differing = (name: string, changes: Partial<CookieShape>) =>
      describeWith(gmail, [shape(name, changes)]).cookies?.[0]?.differs;
    expect(differing('__Secure-1PSID', { isSecure: false })).toBe(true);
    expect(differing('__Secure-1PSID', {})).toBe(false);
    // Public code alone shows that SAPISID is readable.
    expect(differing('SAPISID', { isHttpOnly: true })).toBe(false);
  });

  test.each([
    ['httpOnly', { isHttpOnly: false }],
    ['sameSite', { sameSite: 'none' }],
  ] as const)('a documented %s is compared too', (_attribute, changes) => {
    const provider: Provider = {
      ...gmail,
      sessionCookies: [
        { name: 'sid', purpose: 'session', httpOnly: true, secure: true, sameSite: 'lax' },
      ],
    };
    expect(
      describeWith(provider, [shape('sid', { sameSite: 'lax', ...changes })]).cookies?.[0]?.differs,
    ).toBe(true);
    expect(describeWith(provider, [shape('sid', { sameSite: 'lax' })]).cookies?.[0]?.differs).toBe(
      false,
    );
  });

  test('that the browser did not tell are not said to be absent', () => {
    expect(describeWith(gmail, null).cookies).toBeNull();
    expect(describeWith(gmail, []).cookies).toEqual([]);
  });
});
