import { describe, expect, test } from 'vitest';
import { providers } from '../../src/core/index.ts';
import { buildSessionCookies, opaqueHostOf, opaqueWebmailIds } from './opaque-webmails.ts';
import { scenarios } from './scenarios/index.ts';

describe('the lab’s opaque webmails', () => {
  test('are those of the registry, and each is played', () => {
    const known = providers.filter(({ isOpaque }) => isOpaque).map(({ id }) => id);
    expect([...opaqueWebmailIds].sort()).toEqual(known.sort());
    const played = new Set(scenarios.map(({ webmail }) => webmail));
    for (const id of opaqueWebmailIds) expect(played).toContain(id);
  });

  test('stand on the real hosts, with the known cookies', () => {
    expect(opaqueHostOf('gmail')).toBe('mail.google.com');
    const lines = buildSessionCookies('gmail', 'x');
    expect(lines).toHaveLength(10);
    expect(lines).toContain('SAPISID=x; Path=/; Domain=google.com; Secure');
    expect(buildSessionCookies('fastmail', 'x')[0]).toBe(
      '__Host-s_1a2b3c4d=x; Path=/; Secure; HttpOnly',
    );
  });

  test('keep them for the domain of the host that begins the session', () => {
    const [line] = buildSessionCookies('zoho-mail', 'x', 'workplace.zoho.eu');
    expect(line).toContain('; Domain=zoho.eu;');
  });
});
