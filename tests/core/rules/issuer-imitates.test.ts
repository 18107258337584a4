import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuers } from '../../../src/core/index.ts';
import { maxComparedLength } from '../../../src/core/issuers/names/name.ts';
import { issuerImitates } from '../../../src/core/rules/issuer-imitates.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const tenant = '11111111-2222-4333-8444-555555555555';
const answer = (iss: string) =>
  answerOf(issuerImitates, factsOf({ issuer: { kind: 'unknown', iss } }));

describe('passes', () => {
  test('a known issuer', () => {
    expect(answerOf(issuerImitates, factsOf())).toBe('pass');
  });
  test('no issuer', () => {
    expect(answerOf(issuerImitates, factsOf({ issuer: { kind: 'absent' } }))).toBe('pass');
  });
  test.each([
    'https://sso.example.org',
    'https://keycloak.example.org/realms/google',
    'https://contoso.okta.com',
    'https://contoso.okta.com/oauth2/default',
    'https://auth.pingone.com/11111111-2222-4333-8444-555555555555/as',
    'https://adfs.windows.contoso.com/adfs',
    'https://sts.windows.contoso.com/adfs/services/trust',
    'http://localhost:8080/auth/realms/master',
    'urn:windows:liveid',
  ])('somebody else: %s', (iss) => {
    expect(answer(iss)).toBe('pass');
  });
  test.each([
    `https://contoso.b2clogin.com/${tenant}/v2.0/`,
    `https://contoso.b2clogin.com/tfp/${tenant}/b2c_1_signin/v2.0/`,
    `https://${tenant}.ciamlogin.com/${tenant}/v2.0`,
    `https://login.microsoftonline.com/te/${tenant}/b2c_1_signin/v2.0/`,
    'https://login.microsoftonline.com/common/v2.0',
    `https://login.windows.net/${tenant}/`,
    `https://login.microsoft.com/${tenant}/v2.0`,
    `https://login-us.microsoftonline.com/${tenant}/v2.0`,
    `https://login.microsoftonline.de/${tenant}/v2.0`,
    `https://login.usgovcloudapi.net/${tenant}/v2.0`,
    `https://login.chinacloudapi.cn/${tenant}/v2.0`,
    `https://login.sovcloud-identity.fr/${tenant}/v2.0`,
    `https://login.microsoftonline.eaglex.ic.gov/${tenant}/v2.0`,
    'https://sts.windows-ppe.net/x/',
    'https://substrate.office.com.mcas.ms/sts/',
    'https://cloud.google.com/iap',
    'https://accounts.youtube.com',
    'https://accounts.google.com/o/oauth2',
    'https://auth.login.yahoo.co.jp/yconnect/v2',
    'https://login.aol.com',
    'https://idmsa.apple.com',
    'https://accounts.zoho.uk',
    'https://accounts.zoho.com.au',
    'https://accounts.zoho.sa',
    'https://accounts.zoho.ae',
    'https://accounts.zoo.com',
  ])('a genuine relative, or a name that is like one by chance: %s', (iss) => {
    expect(answer(iss)).toBe('pass');
  });
});

describe('fails', () => {
  test.each([
    // Another host behind the known one, or the known one before it.
    `https://login.microsoftonline.com.evil.example/${tenant}/v2.0`,
    `https://login-microsoftonline-com.evil.example/${tenant}/v2.0`,
    `https://mylogin.microsoftonline.com.evil.example/${tenant}/v2.0`,
    `https://login.microsoftonline.comx.login.microsoftonline.com.evil.example/`,
    'https://accounts.google.com-login.example',
    `https://login.microsoftonline.com@evil.example/${tenant}/v2.0`,
    `https://login.microsoftonline.com:443@evil.example/${tenant}/v2.0`,
    `https://login.microsoftonline.com%2f@evil.example/${tenant}/v2.0`,
    `https://login.microsoftonline.com。evil.example/${tenant}/v2.0`,
    // Letters exchanged, left out, added.
    `https://login.micros0ftonline.com/${tenant}/v2.0`,
    `https://login.mlcrosoftonline.com/${tenant}/v2.0`,
    `https://login.rnicrosoftonline.com/${tenant}/v2.0`,
    `https://login.microsoftonlin.com/${tenant}/v2.0`,
    `https://login-microsoftonline.com/${tenant}/v2.0`,
    `https://loginmicrosoftonline.com/${tenant}/v2.0`,
    `https://sts.vvindows.net/${tenant}/`,
    `https://sts.wind0w5.net/${tenant}/`,
    'https://accounts.googIe.com/x',
    'https://accounts.goog1e.com',
    'https://appleid.applle.com',
    // Letters of other scripts, accents, invisible ones, internationalised labels.
    `https://sts.wind\u043ews.net/${tenant}/`,
    `https://login.mic\u0433\u043es\u043eft\u043enlin\u0435.com/${tenant}/v2.0`,
    'https://accounts.gọọgle.com',
    'https://accounts.gooɡle.com',
    `https://login.xn--microsftonline-0zl.com/${tenant}/v2.0`,
    'https://accounts.xn--ggle-55da.com',
    `https://sts.xn--wndows-p9a.net/${tenant}/`,
    'https://xn--ppleid-2nf.apple.com.evil.example',
  ])('danger: %s', (iss) => {
    expect(answer(iss)).toBe('fail:danger');
  });
  test.each([
    // Another spelling of the same name.
    `https://STS.windows.net/${tenant}/`,
    `HTTPS://STS.WINDOWS.NET/${tenant.toUpperCase()}/`,
    `http://sts.windows.net/${tenant}/`,
    `https://sts.windows.net/${tenant}`,
    `https://sts.windows.net//${tenant}/`,
    ` https://sts.windows.net/${tenant}/`,
    `https://sts.windows.net./${tenant}/`,
    `https://sts.windows.net:443/${tenant}/`,
    `https:/\\sts.windows.net/${tenant}/`,
    `sts.windows.net/${tenant}/`,
    `//login.microsoftonline.com/${tenant}/v2.0`,
    `https://login.microsoft\u200bonline.com/${tenant}/v2.0`,
    `https://ｌｏｇｉｎ.microsoftonline.com/${tenant}/v2.0`,
    'https://accounts.google.com/',
    // The right host, with what no issuer writes behind or before it.
    `https://login.microsoftonline.com:8443/${tenant}/v2.0`,
    `https://user@login.microsoftonline.com/${tenant}/v2.0`,
    `https://login.microsoftonline.com/${tenant}/v2.0/../`,
    `https://login.microsoftonline.com/evil/../${tenant}/v2.0`,
    `https://login.microsoftonline.com/${tenant}/./v2.0`,
    `https://login.microsoftonline.com/${tenant}/v2.0?x`,
    `https://login.microsoftonline.com/${tenant}/v2.0#x`,
    `https://login.microsoftonline.com/${tenant}%2fv2.0`,
    `ftp://login.microsoftonline.com/${tenant}/v2.0`,
    `https://login.microsoftonline.com./common/v2.0`,
    // The known host under another ending, or behind somebody else's.
    `https://login.microsoftonline.net/${tenant}/v2.0`,
    `https://login.microsoftonline.co.uk/${tenant}/v2.0`,
    'https://accounts.google.org',
    `https://evil.example/login.microsoftonline.com/${tenant}/v2.0`,
    'https://evil.example/?https://accounts.google.com',
  ])('attention: %s', (iss) => {
    expect(answer(iss)).toBe('fail:attention');
  });
});

describe('unknown', () => {
  test.each(['login', '', ' ', 'https://', 'https://@/', '://', '@', '[::1]', 'https://[::1]/'])(
    'a name that is no address: %j',
    (iss) => {
      expect(answer(iss)).toBe('pass');
    },
  );
});

describe('hostile', () => {
  test('only the beginning of an endless name is compared, and that is enough', () => {
    expect(answer(`https://login.microsoftonline.com.${'x'.repeat(100_000)}`)).toBe('fail:danger');
    const far = `https://${'x'.repeat(maxComparedLength)}.login.microsoftonline.com.evil.example`;
    expect(answer(far)).toBe('pass');
  });
  test('evidence of an endless name stays bounded', () => {
    const iss = `https://login.microsoftonline.com.${'x '.repeat(100_000)}`;
    const outcomes = runRules(factsOf({ issuer: { kind: 'unknown', iss } }), [issuerImitates]);
    expect(JSON.stringify(outcomes).length).toBeLessThan(2000);
  });
  test('no name at all makes it fail otherwise than by its answer, or slowly', () => {
    const known = issuers.flatMap(({ forms }) => forms.map(({ template }) => template));
    const letters = fc.constantFrom(
      ...'/:@.?#%\\-xn--0١。\u200bаİſ\ud800'.split(''),
      'xn--',
      '://',
    );
    const name = fc
      .tuple(
        fc.constantFrom(...known, 'https://'),
        fc.array(letters, { maxLength: 40 }),
        fc.nat(60),
      )
      .map(([start, more, at]) => start.slice(0, at) + more.join('') + start.slice(at));
    fc.assert(
      fc.property(fc.oneof(name, fc.string({ unit: 'binary', maxLength: 400 })), (iss) => {
        expect(['pass', 'fail:attention', 'fail:danger']).toContain(answer(iss));
      }),
    );
  });
  test('what repeats itself is compared in bounded time', () => {
    const startedAt = performance.now();
    for (const part of ['/', ':', '@', 'xn--', 'xn--9', '.', '-', '\\', 'a:/', 'login.']) {
      answer(part.repeat(20_000));
    }
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
