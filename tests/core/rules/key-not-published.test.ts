import { describe, expect, test } from 'vitest';

import type { KeyFacts } from '../../../src/core/facts.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { keyNotPublished } from '../../../src/core/rules/key-not-published.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, consumerIssuer, factsOf, issuerOf } from '../../support/facts.ts';

const answer = (key: KeyFacts) => answerOf(keyNotPublished, factsOf({ key }));

describe('passes', () => {
  test('a published key', () => {
    expect(answerOf(keyNotPublished, factsOf())).toBe('pass');
  });
});

describe('fails', () => {
  test('absent from every document that was just read: unusual, but rotation can look the same', () => {
    expect(answer({ kind: 'not-published', urls: ['https://keys'], lastSeenMs: null })).toBe(
      'fail:attention',
    );
  });
});

const absent: KeyFacts = { kind: 'not-published', urls: ['https://keys'], lastSeenMs: null };
const forAudience = (aud: unknown, issuer = factsOf().issuer) =>
  answerOf(keyNotPublished, factsOf({ claims: { aud }, key: absent, issuer }));

describe('fails for audiences of Microsoft’s own, whose tokens are signed with shared keys alone', () => {
  test.each([
    'https://outlook.office.com',
    'https://outlook.office365.com/',
    '00000002-0000-0ff1-ce00-000000000000',
    'spn:00000003-0000-0000-c000-000000000000',
    'https://contoso-my.sharepoint.com',
    '9199bf20-a13f-4107-85dc-02114787ef48',
  ])('%s', (aud) => {
    expect(forAudience(aud)).toBe('fail:attention');
  });
  test('where no application has keys of its own, for every audience', () => {
    expect(forAudience('https://api.contoso.example', consumerIssuer())).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test.each([
    ['an application’s id', '11111111-aaaa-4bbb-8ccc-222222222222'],
    ['an address of a customer', 'https://api.contoso.example'],
    [
      'one of Microsoft’s and another',
      ['https://outlook.office.com', 'https://api.contoso.example'],
    ],
    ['more than anybody names', Array(9).fill('https://outlook.office.com')],
    ['a name that only begins like one of Microsoft’s', 'https://outlook.office.com.example'],
    ['a name that only ends like one', 'https://evilsharepoint.com'],
    ['a path behind one', 'https://contoso.sharepoint.com/x'],
    ['none', undefined],
    ['a number', 7],
  ])('an application may have a key of its own: the audience is %s', (_name, aud) => {
    expect(forAudience(aud)).toBe('unknown:key-of-application');
  });
  test('offline and other troubles are no absence', () => {
    expect(answer({ kind: 'unavailable', problem: 'offline' })).toBe(
      'unknown:key-server-unreachable',
    );
    expect(answer({ kind: 'unavailable', problem: 'cooling-down' })).toBe(
      'unknown:key-list-outdated',
    );
  });
});

describe('hostile', () => {
  test('a key id of any length or kind stays bounded in the evidence', () => {
    const facts = factsOf({
      header: { kid: '../../etc/passwd'.repeat(2000) },
      key: { kind: 'not-published', urls: ['https://keys'], lastSeenMs: null },
    });
    expect(JSON.stringify(runRules(facts, [keyNotPublished])).length).toBeLessThan(3000);
  });
});

describe('unknown for kinds of token whose keys nobody promises to publish', () => {
  const issuer = issuerOf({ ...google, unlistedKinds: ['access', 'unclear'] });
  const judge = (claims: object, changes: object = {}) =>
    answerOf(keyNotPublished, factsOf({ claims: { ...claims }, key: absent, issuer, ...changes }));
  test('an access token', () => {
    expect(judge({ scp: 'mail', aud: 'api' })).toBe('unknown:key-documents-unknown');
  });
  test('not an ID token', () => {
    const ofAccess = { appid: undefined, scp: undefined };
    expect(judge({ ...ofAccess, nonce: 'n', aud: 'webmail' })).toBe('fail:attention');
  });
  test('not what is for an audience of the organisation’s own', () => {
    const own = issuerOf({
      ...google,
      unlistedKinds: ['access'],
      ownAudiences: { exact: new Set(['api']), hostEnds: [] },
    });
    expect(judge({ scp: 'mail', aud: 'api' }, { issuer: own })).toBe('fail:attention');
  });
});
