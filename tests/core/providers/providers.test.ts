import { describe, expect, test } from 'vitest';
import { findProvider, issuers, providers } from '../../../src/core/index.ts';

/** Host names of the list, and whose they are. */
const owners: Readonly<Record<string, readonly string[]>> = {
  'outlook-work': [
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.cloud.microsoft',
    'outlook.office.com.mcas.ms',
    'outlook.office365.com.mcas.ms',
    'outlook.cloud.microsoft.mcas.ms',
    'outlook.office.com.mcas-gov.ms',
    'outlook.office365.com.mcas-gov.ms',
    'outlook.cloud.microsoft.mcas-gov.ms',
  ],
  'outlook-gcc-high': ['outlook.office365.us', 'outlook.office365.us.mcas-gov.us'],
  'outlook-dod': [
    'outlook-dod.office365.us',
    'webmail.apps.mil',
    'outlook-dod.office365.us.mcas-gov.us',
    'webmail.apps.mil.mcas-gov.us',
  ],
  'outlook-china': ['partner.outlook.cn'],
  'outlook-consumer': ['outlook.live.com'],
  gmail: ['mail.google.com'],
  'yahoo-mail': ['mail.yahoo.com'],
  'aol-mail': ['mail.aol.com'],
  'icloud-mail': ['www.icloud.com', 'www.icloud.com.cn'],
  'zoho-mail': [
    'mail.zoho.com',
    'mail.zoho.eu',
    'mail.zoho.in',
    'mail.zoho.com.au',
    'mail.zoho.jp',
    'mail.zohocloud.ca',
    'mail.zoho.sa',
    'mail.zoho.uk',
    'mail.zoho.ae',
    'mail.zoho.com.cn',
    'workplace.zoho.com',
    'workplace.zoho.eu',
    'workplace.zoho.in',
  ],
  fastmail: ['app.fastmail.com'],
  'proton-mail': ['mail.proton.me'],
  gmx: [
    'navigator.gmx.net',
    'bap.navigator.gmx.net',
    'webmailer.gmx.net',
    '3c.gmx.net',
    '3c-bap.gmx.net',
    'navigator-bs.gmx.com',
    '3c-bs.gmx.com',
  ],
  'web-de': ['navigator.web.de', 'bap.navigator.web.de', '3c.web.de', '3c-bap.web.de'],
  'mail-com': ['navigator-lxa.mail.com', 'webmailer.mail.com', '3c-lxa.mail.com'],
  'yandex-mail': [
    'mail.yandex.ru',
    'mail.yandex.com',
    'mail.yandex.by',
    'mail.yandex.kz',
    'mail.yandex.uz',
    'mail.yandex.com.tr',
  ],
  'mail-ru': ['e.mail.ru'],
};

describe('whose session it is', () => {
  test('the page decides, because interfaces are shared', () => {
    const graph = 'graph.microsoft.com';
    expect(findProvider(graph, 'outlook.office.com')?.id).toBe('outlook-work');
    expect(findProvider(graph, 'outlook.live.com')?.id).toBe('outlook-consumer');
  });
  test('without a page only a webmail’s own host decides', () => {
    expect(findProvider('outlook.live.com', null)?.id).toBe('outlook-consumer');
    expect(findProvider('graph.microsoft.com', null)).toBeNull();
  });
  test.each(Object.entries(owners))('%s has its pages', (id, hosts) => {
    for (const host of hosts) expect(findProvider(host, host)?.id, host).toBe(id);
    expect(providers.find((provider) => provider.id === id)?.hosts).toEqual(hosts);
  });
  test('names that only look alike are nobody’s', () => {
    for (const host of [
      'outlook.office.com.evil.example',
      'xoutlook.office.com',
      'office.com',
      'evil.mcas.ms',
      'mcas.ms',
      'outlook.office.com.mcas.ms.evil.example',
      'outlook.office.com.mcas-df.ms',
      'www.google.com',
      'google.com',
      'accounts.google.com',
      'icloud.com',
      'mail.zoho.example',
      '',
    ]) {
      expect(findProvider(host, host), host).toBeNull();
    }
  });
});

describe('the registry of webmails', () => {
  test('names only issuers that exist, and no host twice', () => {
    expect(providers.length).toBeGreaterThanOrEqual(17);
    const ids = issuers.map((issuer) => issuer.id);
    for (const provider of providers) {
      for (const id of provider.issuers) expect(ids, provider.id).toContain(id);
    }
    const hosts = providers.flatMap((provider) => provider.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test('every host is exact: lower case, no wildcard, no port', () => {
    for (const { hosts, apiHosts, signInHosts = [], cookieHosts = [] } of providers) {
      for (const host of [...hosts, ...apiHosts, ...signInHosts, ...cookieHosts]) {
        expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        expect(new URL(`https://${host}/`).host).toBe(host);
      }
    }
  });

  test('a host that keeps a webmail’s cookies is above one of its pages, and none of its pages', () => {
    for (const { id, hosts, cookieHosts = [] } of providers) {
      for (const keeper of cookieHosts) {
        expect(
          hosts.some((host) => host.endsWith(`.${keeper}`)),
          `${id}: ${keeper}`,
        ).toBe(true);
        expect(hosts).not.toContain(keeper);
      }
    }
  });

  test('ways to end all sessions are https addresses', () => {
    for (const { signOutUrl, id } of providers) {
      expect(new URL(signOutUrl).protocol, id).toBe('https:');
    }
  });
});

describe('session cookies', () => {
  const known = providers.flatMap(({ id, sessionCookies = [] }) =>
    sessionCookies.map((cookie) => ({ id, ...cookie })),
  );

  test('are there, each once in its webmail', () => {
    expect(known.length).toBeGreaterThanOrEqual(30);
    const names = known.map(({ id, name }) => `${id} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are told of opaque webmails only: others are judged by their tokens', () => {
    const withCookies = providers.filter(({ sessionCookies }) => sessionCookies !== undefined);
    expect(withCookies.filter(({ isOpaque }) => !isOpaque)).toEqual([]);
  });

  test('whose name has a prefix of the standard are Secure (RFC 6265bis section 4.1.3)', () => {
    const prefixed = known.filter(({ name }) => /^__(Secure|Host)-/.test(name));
    expect(prefixed.length).toBeGreaterThanOrEqual(6);
    for (const { id, name, secure } of prefixed) expect(secure, `${id} ${name}`).toBe(true);
  });

  test('with attributes that only public code shows are marked', () => {
    const unsaid = known.filter(
      ({ verified, name, httpOnly, sameSite, secure }) =>
        verified !== false &&
        (httpOnly !== null || sameSite !== null || (secure !== null && !name.startsWith('__'))),
    );
    expect(unsaid).toEqual([]);
  });
});

describe('the registry of issuers', () => {
  test('fetches keys from fixed https addresses only', () => {
    expect(issuers.length).toBeGreaterThanOrEqual(2);
    for (const { url } of issuers.flatMap((issuer) => issuer.keyDocuments)) {
      expect(new URL(url).protocol).toBe('https:');
      expect(new URL(url).href).toBe(url);
    }
  });
});
