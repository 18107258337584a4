import { describe, expect, test } from 'vitest';
import { noContext, type Presentation, providers } from '../../../src/core/index.ts';
import { audienceElsewhere } from '../../../src/core/rules/audience-elsewhere.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const mail = 'https://outlook.office.com';
const exchange = '00000002-0000-0ff1-ce00-000000000000';
const judge = (aud: unknown, host: string, presentedAs: Presentation = 'bearer') =>
  answerOf(
    audienceElsewhere,
    factsOf({ claims: { aud }, host, context: { ...noContext, presentedAs } }),
  );

describe('passes', () => {
  test.each([
    [mail, 'outlook.office.com'],
    [mail, 'outlook.office365.com'],
    [mail, 'outlook.cloud.microsoft'],
    [mail, 'outlook.live.com'],
    [mail, 'substrate.office.com'],
    [mail, 'augloop.office.com'],
    [mail, 'nam.loki.delve.office.com'],
    [mail, 'clients.config.office.net'],
    [mail, 'outlook.office.com.mcas.ms'],
    ['https://graph.microsoft.com', 'graph.microsoft.com'],
    ['https://graph.microsoft.com', 'outlook.office.com'],
    ['https://microsoftgraph.chinacloudapi.cn', 'microsoftgraph.chinacloudapi.cn'],
    ['https://contoso.sharepoint.com', 'fabrikam.sharepoint.com'],
    ['https://webmail.apps.mil', 'webmail.apps.mil'],
    [exchange, 'outlook.office365.com'],
    ['https://service.example/api', 'service.example'],
    ['https://Service.example:8443', 'service.example'],
    [['https://other.example', mail], 'outlook.office.com'],
  ])('%j sent to %s', (aud, host) => {
    expect(judge(aud, host)).toBe('pass');
  });

  test('every token that a webmail is known for, at each of its hosts', () => {
    const texts = [mail, 'https://graph.microsoft.com', 'https://substrate.office.com', exchange];
    const microsoft = providers.filter(({ audiences }) => audiences !== undefined);
    const hosts = microsoft.flatMap((provider) => [...provider.hosts, ...provider.apiHosts]);
    expect(hosts.length).toBeGreaterThan(20);
    for (const host of hosts)
      for (const text of texts) expect(judge(text, host), host).toBe('pass');
  });
});

describe('fails', () => {
  test.each(['evil.example', 'mail.google.com', 'evil.azurewebsites.net', 'localhost'])(
    'a mail token sent to %s',
    (host) => {
      for (const aud of [mail, 'https://outlook.office365.com/', 'https://graph.microsoft.com']) {
        expect(judge(aud, host)).toBe('fail:attention');
      }
    },
  );
  test('a token for Graph by its id, which stands for Graph alone', () => {
    expect(judge('00000003-0000-0000-c000-000000000000', 'evil.example')).toBe('fail:attention');
  });
  test.each(['dpop', 'pop', 'msauth', 'other-scheme'] as const)('sent as %s', (presentedAs) => {
    expect(judge(mail, 'evil.example', presentedAs)).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test('an organisation’s own server has the id of Exchange too', () => {
    for (const aud of [exchange, `spn:${exchange}`, `${exchange}/mail.contoso.example@x`]) {
      expect(judge(aud, 'mail.contoso.example')).toBe('unknown:audience-unknown');
    }
  });
  test('a service that nobody here knows', () => {
    for (const aud of ['https://service.example', 'client', 'api://service']) {
      expect(judge(aud, 'other.example')).toBe('unknown:audience-unknown');
    }
    expect(judge([mail, 'client'], 'other.example')).toBe('unknown:audience-unknown');
  });
  test('a token without an audience', () => {
    expect(judge(undefined, 'evil.example')).toBe('unknown:claim-missing');
  });
  test('a host that is not known', () => {
    expect(judge(mail, '')).toBe('not-applicable');
  });
  test.each(['id-token', 'parameter', 'cookie', 'storage', 'nested', 'unknown'] as const)(
    'a token that was not sent to be served for it: %s',
    (presentedAs) => {
      expect(judge(mail, 'client.example', presentedAs)).toBe('not-applicable');
    },
  );
});

describe('hostile', () => {
  test.each(['outlook.office.com.evil.example', 'xoffice.com', 'evil-office.com', 'office.com.'])(
    '%s only looks like Microsoft',
    (host) => {
      expect(judge(mail, host)).toBe('fail:attention');
    },
  );
  test.each([7, null, {}, [7]])('an audience that is no text (%j) is none', (aud) => {
    expect(judge(aud, 'evil.example')).toBe('unknown:claim-missing');
  });
  test('an audience that only looks like mail says nothing about mail', () => {
    const aud = 'https://outlook.office.com@evil.example/';
    expect(judge(aud, 'evil.example')).toBe('unknown:audience-unknown');
  });
});
