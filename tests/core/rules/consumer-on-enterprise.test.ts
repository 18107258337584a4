import { describe, expect, test } from 'vitest';
import { noContext, type Presentation } from '../../../src/core/index.ts';
import { outlookConsumer } from '../../../src/core/providers/outlook-consumer.ts';
import { outlookWork } from '../../../src/core/providers/outlook-work.ts';
import { consumerOnEnterprise } from '../../../src/core/rules/consumer-on-enterprise.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, consumerIssuer, factsOf } from '../../support/facts.ts';
import { consumerTenant, otherTenant } from '../../support/tokens.ts';

const answer = (changes: Parameters<typeof factsOf>[0]) =>
  answerOf(consumerOnEnterprise, factsOf(changes));
const unknownIssuer = (iss: string) => ({ issuer: { kind: 'unknown', iss } as const });

describe('passes', () => {
  test('an organisation’s account', () => {
    expect(answer({})).toBe('pass');
  });
  test('a private person who is a guest of an organisation: the token is the organisation’s', () => {
    const idp = `https://sts.windows.net/${consumerTenant}/`;
    for (const claim of [{ idp }, { idp: 'live.com' }, { altsecid: '1:live.com:00037FFE' }]) {
      expect(answer({ claims: claim })).toBe('pass');
    }
  });
  test('a token without a tenant', () => {
    expect(answer({ claims: { tid: undefined } })).toBe('pass');
  });
});

describe('fails', () => {
  test('a private account’s session in the webmail of organisations is unusual', () => {
    expect(answer({ issuer: consumerIssuer(), claims: { tid: consumerTenant } })).toBe(
      'fail:attention',
    );
  });
  test.each<Presentation>([
    'bearer',
    'dpop',
    'msauth',
    'id-token',
    'parameter',
    'cookie',
    'unknown',
  ])('however it is used: %s', (presentedAs) => {
    const context = { ...noContext, presentedAs };
    expect(answer({ issuer: consumerIssuer(), context })).toBe('fail:attention');
  });
  test('one that is only kept beside the organisation’s is worth a note', () => {
    const context = { ...noContext, presentedAs: 'storage' } as const;
    expect(answer({ issuer: consumerIssuer(), context })).toBe('fail:note');
  });
  test('the private accounts’ tenant under a name that they do not have', () => {
    for (const iss of [
      `https://sts.windows.net/${consumerTenant}/`,
      `https://sts.windows.net/${consumerTenant.toUpperCase()}/`,
      `https://login.microsoftonline.com/${consumerTenant}/`,
    ]) {
      expect(answer({ ...unknownIssuer(iss), claims: { tid: undefined } }), iss).toBe(
        'fail:attention',
      );
    }
  });
  test('the private accounts’ tenant in the claim alone, in any letters', () => {
    for (const tid of [consumerTenant, consumerTenant.toUpperCase()]) {
      expect(answer({ claims: { tid } })).toBe('fail:attention');
      expect(answer({ ...unknownIssuer('https://sso.example'), claims: { tid } })).toBe(
        'fail:attention',
      );
    }
  });
});

describe('unknown', () => {
  test('in the webmail of private accounts it does not apply', () => {
    expect(answer({ provider: outlookConsumer, issuer: consumerIssuer() })).toBe('not-applicable');
  });
  test('nor in a webmail that serves both, or neither', () => {
    const both = { ...outlookWork, issuers: ['entra', 'microsoft-consumer'] };
    const neither = { ...outlookWork, issuers: ['google'] };
    for (const provider of [both, neither]) {
      expect(answer({ provider, issuer: consumerIssuer() })).toBe('not-applicable');
    }
  });
  test('nor without a webmail', () => {
    const facts = factsOf({ provider: null, issuer: consumerIssuer() });
    expect(runRules(facts, [consumerOnEnterprise])).toMatchObject([{ outcome: 'not-applicable' }]);
  });
});

describe('hostile', () => {
  test('an endless name is neither searched nor repeated', () => {
    const iss = `${'x'.repeat(300)}${consumerTenant}${'y'.repeat(100_000)}`;
    expect(answer({ ...unknownIssuer(iss), claims: { tid: otherTenant } })).toBe('pass');
    const facts = factsOf({ ...unknownIssuer(iss), claims: { tid: consumerTenant } });
    expect(JSON.stringify(runRules(facts, [consumerOnEnterprise])).length).toBeLessThan(3000);
  });
  test('a tenant that is no text', () => {
    for (const tid of [7, null, [consumerTenant], { tid: consumerTenant }]) {
      expect(answer({ claims: { tid } })).toBe('pass');
    }
  });
});
