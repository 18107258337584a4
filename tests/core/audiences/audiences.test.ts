import { describe, expect, test } from 'vitest';
import {
  findAudience,
  hostOfAudience,
  isOwnedBy,
  readApplicationId,
} from '../../../src/core/audiences/index.ts';
import { microsoft } from '../../../src/core/audiences/microsoft.ts';
import { audiences, providers } from '../../../src/core/index.ts';

const exchange = '00000002-0000-0ff1-ce00-000000000000';

describe('the service that an audience names', () => {
  test.each([
    'https://outlook.office.com',
    'https://outlook.office.com/',
    'https://Outlook.Office.com',
    'https://outlook.office.com/search',
    'https://outlook.office365.com',
    'https://outlook.office365.com:443/',
    'https://outlook.office365.us',
    'https://webmail.apps.mil/',
    'https://partner.outlook.cn',
    exchange,
    exchange.toUpperCase(),
    `spn:${exchange}`,
    `${exchange}/outlook.office365.com`,
    `${exchange}/outlook.office365.com@11111111-2222-4333-8444-555555555555`,
    `${exchange}@11111111-2222-4333-8444-555555555555`,
  ])('%s is Exchange Online', (text) => {
    expect(findAudience(text)?.id).toBe('exchange-online');
  });

  test.each([
    ['https://graph.microsoft.com', 'microsoft-graph'],
    ['https://graph.microsoft.com/', 'microsoft-graph'],
    ['00000003-0000-0000-c000-000000000000', 'microsoft-graph'],
    ['https://dod-graph.microsoft.us', 'microsoft-graph'],
    ['https://substrate.office.com/ows', 'substrate'],
    ['https://contoso-my.sharepoint.com', 'sharepoint'],
    ['https://contoso.sharepoint.com/', 'sharepoint'],
    ['https://api.spaces.skype.com', 'teams'],
  ])('%s is %s', (text, id) => {
    expect(findAudience(text)?.id).toBe(id);
  });

  test.each([
    '',
    'https://',
    'outlook.office.com',
    'http://outlook.office.com',
    'HTTPS://outlook.office.com',
    ' https://outlook.office.com',
    'https://outlook.office.com.evil.example',
    'https://outlook.office.com@evil.example/',
    'https://evil.example/outlook.office.com',
    'https://evil.example\\outlook.office.com',
    'https://xoutlook.office.com',
    'https://sharepoint.com',
    'https://xsharepoint.com',
    'https://.sharepoint.com',
    'https://sharepoint.com.evil.example',
    `${exchange}0`,
    `${exchange} `,
    `spn:spn:${exchange}`,
    `x${exchange}`,
    '00000002-0000-0ff1-ce00-00000000000',
    '__proto__',
    '9199bf20-a13f-4107-85dc-02114787ef48',
  ])('%j is none that is known', (text) => {
    expect(findAudience(text)).toBeNull();
  });

  test('a very long text is looked at in no time', () => {
    const startedMs = performance.now();
    for (const text of [`https://${'a.'.repeat(1_000_000)}`, `spn:${'0'.repeat(1_000_000)}`]) {
      expect(findAudience(text)).toBeNull();
    }
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});

describe('parts of an audience', () => {
  test.each([
    ['https://a.example', 'a.example'],
    ['https://A.example/path', 'a.example'],
    ['https://a.example:8443', 'a.example'],
    ['https://a.example?x', 'a.example'],
    ['https://a.example#x', 'a.example'],
    ['https://', ''],
    ['spn:x', null],
  ])('the host of %s is %s', (text, host) => {
    expect(hostOfAudience(text)).toBe(host);
  });

  test('an application by its id', () => {
    expect(readApplicationId(`spn:${exchange}`)).toBe(exchange);
    expect(readApplicationId('client')).toBeNull();
  });
});

describe('domains of an owner', () => {
  test.each([
    'office.com',
    'augloop.office.com',
    'a.b.office.net',
    'outlook.office.com.mcas.ms',
    'webmail.apps.mil',
  ])('%s is its own', (host) => {
    expect(isOwnedBy(host, microsoft)).toBe(true);
  });
  test.each([
    '',
    'com',
    'xoffice.com',
    'apps.mil',
    'office.com.evil.example',
    'evil.azurewebsites.net',
  ])('%j is not', (host) => {
    expect(isOwnedBy(host, microsoft)).toBe(false);
  });
  test('none lets customers run servers below it', () => {
    const shared = ['windows.net', 'azure.com', 'azurewebsites.net', 'cloudapp.net', 'azurefd.net'];
    for (const domain of [...shared, 'chinacloudapi.cn', 'onmicrosoft.com']) {
      expect(microsoft.domains).not.toContain(domain);
    }
  });
});

describe('the registry', () => {
  test('names every host and id once', () => {
    const hosts = audiences.flatMap((audience) => audience.hosts);
    expect(hosts.length).toBeGreaterThan(20);
    expect(new Set(hosts).size).toBe(hosts.length);
    const ids = audiences.flatMap(({ applicationId }) => applicationId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every address where a webmail’s page may send a token belongs to a service or its owner', () => {
    const known = providers.filter((provider) => provider.audiences !== undefined);
    expect(known.length).toBeGreaterThanOrEqual(5);
    for (const { audiences: ids = [], hosts, apiHosts } of known) {
      const named = audiences.filter(({ id }) => ids.includes(id));
      for (const host of [...hosts, ...apiHosts]) {
        expect(
          named.some(({ owner }) => isOwnedBy(host, owner)),
          host,
        ).toBe(true);
      }
    }
  });
});
