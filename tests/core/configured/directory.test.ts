import { describe, expect, test } from 'vitest';
import { keySourceOf, usualKeysOf } from '../../../src/core/configured/build-issuer.ts';
import {
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  emptyConfiguration,
  mergeConfigurations,
  type ShapeId,
  shapeIds,
} from '../../../src/core/configured/configuration.ts';
import {
  buildDirectory,
  judgeIssuer,
  knownDirectory,
} from '../../../src/core/configured/directory.ts';
import { issuerShapes } from '../../../src/core/configured/shapes.ts';
import { findProvider, issuers, parsePolicy, providers } from '../../../src/core/index.ts';
import { configurationOf } from '../../../src/core/policy/configuration.ts';

const staff: ConfiguredIssuer = {
  issuer: 'https://sso.contoso.example/realms/staff',
  shape: 'keycloak',
  name: 'Contoso',
};
const webmail: ConfiguredWebmail = {
  host: 'mail.contoso.example',
  name: 'Contoso webmail',
  issuers: [staff.issuer, 'https://accounts.google.com'],
};

describe('a directory', () => {
  const { directory, problems } = buildDirectory({ issuers: [staff], webmails: [webmail] });

  test('knows what was added, and everything that is known anyway', () => {
    expect(problems).toEqual([]);
    expect(directory.issuers).toHaveLength(issuers.length + 1);
    expect(directory.providers).toHaveLength(providers.length + 1);
    const [match] = directory.findIssuers(staff.issuer);
    expect(match?.issuer).toMatchObject({ id: staff.issuer, name: 'Contoso' });
    expect(match?.issuer.keyDocuments).toEqual([
      {
        url: `${staff.issuer}/.well-known/openid-configuration`,
        ownership: 'document',
        discoveryOf: staff.issuer,
      },
    ]);
    expect(findProvider(webmail.host, null, directory.providers)).toMatchObject({
      id: webmail.host,
      name: 'Contoso webmail',
      hosts: [webmail.host],
      issuers: [staff.issuer, 'google'],
      signOutUrl: 'https://mail.contoso.example/',
    });
  });

  test.each([
    `${staff.issuer}/`,
    'https://sso.contoso.example/realms/Staff',
    'http://sso.contoso.example/realms/staff',
    'https://sso.contoso.example/realms/staff2',
    '__proto__',
    '',
  ])('%j is nobody’s name: names are compared exactly', (iss) => {
    expect(directory.findIssuers(iss)).toEqual([]);
  });

  test('without anything added is the known one', () => {
    expect(buildDirectory(emptyConfiguration).directory).toBe(knownDirectory);
    expect(configurationOf(parsePolicy({}).policy)).toBe(emptyConfiguration);
  });

  test('is what a policy asks for', () => {
    const { policy } = parsePolicy({ issuers: [staff], webmails: [webmail] });
    expect(configurationOf(policy)).toEqual({ issuers: [staff], webmails: [webmail] });
  });
});

describe('nothing that is known is replaced', () => {
  const codeOf = (issuer: string, more: Partial<ConfiguredIssuer> = {}) =>
    judgeIssuer({ issuer, shape: 'oidc', ...more });

  test.each([
    'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
    'https://login.microsoftonline.com/contoso.example/v2.0',
    'https://login.microsoftonline.com/',
    'https://sts.windows.net/11111111-2222-4333-8444-555555555555/',
    'https://accounts.google.com',
    'https://accounts.google.com/x',
    'https://appleid.apple.com',
    'https://www.googleapis.com/x',
  ])('%s is known', (issuer) => {
    expect(codeOf(issuer)).toBe('issuer-known');
    const { directory } = buildDirectory({
      issuers: [{ issuer, shape: 'oidc', keyDocument: 'https://evil.example/keys' }],
      webmails: [],
    });
    expect(directory.issuers).toEqual(issuers);
    expect(directory.findIssuers(issuer)).toEqual(knownDirectory.findIssuers(issuer));
  });

  test.each([
    'https://login.micros0ftonline.com/x',
    'https://login.microsoftonline.com.evil.example/x',
    'https://accounts.g00gle.com',
  ])('%s imitates one', (issuer) => {
    expect(codeOf(issuer)).toBe('issuer-imitates');
  });

  test('nor are its keys anybody else’s', () => {
    const keyDocument = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
    expect(codeOf('https://sso.contoso.example', { keyDocument })).toBe('issuer-known');
    expect(codeOf('https://sso.contoso.example', { discovery: keyDocument })).toBe('issuer-known');
  });

  test.each([
    'outlook.office.com',
    'mail.google.com',
    'graph.microsoft.com',
    'accounts.google.com',
  ])('the webmail %s stays what it is', (host) => {
    const { directory, problems } = buildDirectory({
      issuers: [staff],
      webmails: [{ ...webmail, host }],
    });
    expect(problems).toEqual(['webmail-known']);
    expect(directory.providers).toEqual(providers);
  });
});

describe('what cannot be used', () => {
  test('names its reason and spoils nothing else', () => {
    const { directory, problems } = buildDirectory({
      issuers: [
        { issuer: 'https://127.0.0.1/realms/staff', shape: 'keycloak' },
        { issuer: 'https://sso.contoso.example/staff', shape: 'keycloak' },
        { ...staff, keyDocument: 'http://sso.contoso.example/keys' },
        staff,
      ],
      webmails: [
        { ...webmail, host: '*' },
        { ...webmail, issuers: ['https://nobody.example'] },
        { ...webmail, signOutUrl: 'javascript:alert(1)' },
        webmail,
      ],
    });
    expect(problems).toEqual([
      'address-not-plain',
      'shape-differs',
      'address-not-plain',
      'address-not-plain',
      'issuer-missing',
      'address-not-plain',
    ]);
    expect(directory.issuers).toHaveLength(issuers.length + 1);
    expect(directory.providers).toHaveLength(providers.length + 1);
  });

  test('a policy refuses addresses and hosts that are no plain ones, and what is too much', () => {
    const problemOf = (policy: object) => parsePolicy(policy).problems;
    const invalid = (key: string) => [{ code: 'policy-value-invalid', key }];
    expect(problemOf({ issuers: [{ ...staff, issuer: 'http://sso.contoso.example' }] })).toEqual(
      invalid('issuers'),
    );
    expect(problemOf({ issuers: [{ ...staff, shape: 'saml' }] })).toEqual(invalid('issuers'));
    expect(problemOf({ issuers: [{ ...staff, extra: 1 }] })).toEqual(invalid('issuers'));
    expect(problemOf({ webmails: [{ ...webmail, host: '*.contoso.example' }] })).toEqual(
      invalid('webmails'),
    );
    expect(problemOf({ webmails: [{ ...webmail, issuers: [] }] })).toEqual(invalid('webmails'));
    const many = (count: number) => ({ issuers: Array.from({ length: count }, () => staff) });
    expect(problemOf(many(50))).toEqual([]);
    expect(problemOf(many(51))).toEqual(invalid('issuers'));
    const mails = (count: number) => ({ webmails: Array.from({ length: count }, () => webmail) });
    expect(problemOf(mails(50))).toEqual([]);
    expect(problemOf(mails(51))).toEqual(invalid('webmails'));
    const named = (name: string) => ({ webmails: [{ ...webmail, name }] });
    expect(problemOf(named('x'.repeat(80)))).toEqual([]);
    expect(problemOf(named('x'.repeat(81)))).toEqual(invalid('webmails'));
    const used = (count: number) => ({
      webmails: [{ ...webmail, issuers: Array.from({ length: count }, () => staff.issuer) }],
    });
    expect(problemOf(used(8))).toEqual([]);
    expect(problemOf(used(9))).toEqual(invalid('webmails'));
    const forMany = (count: number, length = 1) => ({
      issuers: [{ ...staff, audiences: Array.from({ length: count }, () => 'x'.repeat(length)) }],
    });
    expect(problemOf(forMany(32, 256))).toEqual([]);
    expect(problemOf(forMany(33))).toEqual(invalid('issuers'));
    expect(problemOf(forMany(1, 257))).toEqual(invalid('issuers'));
  });
});

test('of two configurations the first one counts', () => {
  const other = { ...staff, shape: 'oidc', name: 'Mallory' } as const;
  const another = { ...webmail, host: 'other.contoso.example' };
  expect(
    mergeConfigurations(
      { issuers: [staff], webmails: [webmail] },
      { issuers: [other], webmails: [{ ...webmail, name: 'Mallory' }, another] },
    ),
  ).toEqual({ issuers: [staff], webmails: [webmail, another] });
});

describe('shapes', () => {
  const examples: Readonly<Record<ShapeId, readonly [string, string | null]>> = {
    'okta-org': ['https://contoso.okta.example', 'https://contoso.okta.example/oauth2/v1/keys'],
    'okta-custom': [
      'https://contoso.okta.example/oauth2/default',
      'https://contoso.okta.example/oauth2/default/v1/keys',
    ],
    'ping-federate': [
      'https://sso.contoso.example:9031',
      'https://sso.contoso.example:9031/pf/JWKS',
    ],
    'ping-one': [
      'https://auth.pingone.com/abfba8f6-49eb-49f5-a5d9-80ad5c98f9f6/as',
      'https://auth.pingone.com/abfba8f6-49eb-49f5-a5d9-80ad5c98f9f6/as/jwks',
    ],
    keycloak: [
      'https://sso.contoso.example/auth/realms/staff',
      'https://sso.contoso.example/auth/realms/staff/protocol/openid-connect/certs',
    ],
    adfs: ['https://adfs.contoso.example/adfs', 'https://adfs.contoso.example/adfs/discovery/keys'],
    oidc: ['https://op.contoso.example/', null],
  };

  test.each(shapeIds)('%s', (shape) => {
    const [issuer, keys] = examples[shape];
    expect(judgeIssuer({ issuer, shape })).toBeNull();
    expect(usualKeysOf({ issuer, shape })).toBe(keys);
    expect(keySourceOf({ issuer, shape })).toEqual({
      url: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      isDiscovery: true,
    });
    const { citations, algorithms } = issuerShapes[shape];
    expect(citations.length).toBeGreaterThan(0);
    for (const { url } of citations) expect(new URL(url).protocol).toBe('https:');
    expect(algorithms).toContain('RS256');
    for (const name of algorithms) expect(name).not.toMatch(/^(?:HS|none)/);
  });

  test.each<[ShapeId, string]>([
    ['okta-org', 'https://contoso.okta.example/oauth2/default'],
    ['okta-custom', 'https://contoso.okta.example'],
    ['ping-one', 'https://auth.pingone.com/as/x'],
    ['keycloak', 'https://sso.contoso.example/realms'],
    ['adfs', 'https://adfs.contoso.example/adfs/services/trust'],
  ])('%s is not that of %s', (shape, issuer) => {
    expect(judgeIssuer({ issuer, shape })).toBe('shape-differs');
  });

  test('AD FS names itself otherwise in access tokens', () => {
    const issuer = 'https://adfs.contoso.example/adfs';
    const { directory } = buildDirectory({ issuers: [{ issuer, shape: 'adfs' }], webmails: [] });
    for (const scheme of ['http', 'https']) {
      const name = `${scheme}://adfs.contoso.example/adfs/services/trust`;
      expect(directory.findIssuers(name).map((match) => match.issuer.id)).toEqual([issuer]);
    }
  });

  test('a key set of its own needs no discovery', () => {
    const keyDocument = 'https://sso.contoso.example/keys';
    expect(keySourceOf({ ...staff, keyDocument })).toEqual({
      url: keyDocument,
      isDiscovery: false,
    });
  });
});
