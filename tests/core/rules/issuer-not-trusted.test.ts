import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import { exchange } from '../../../src/core/issuers/exchange.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { issuerNotTrusted } from '../../../src/core/rules/issuer-not-trusted.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';
import { assembleToken } from '../../support/tokens.ts';

/** As Exchange Online writes it. */
const exchangeOnline = {
  issuers: ['00000001-0000-0000-c000-000000000000@*'],
  signInHosts: ['login.windows.net'],
};
const used = (changes: Partial<UseContext> = {}) => ({
  context: {
    ...noContext,
    presentedAs: 'bearer' as const,
    answer: 'accepted' as const,
    serverTrust: exchangeOnline,
    ...changes,
  },
});
const stranger = { kind: 'unknown', iss: 'https://sts.elsewhere.example/' } as const;

describe('passes', () => {
  test('an issuer that the list names, for any tenant', () => {
    const serverTrust = { issuers: ['https://STS.windows.net/*/'], signInHosts: [] };
    const facts = factsOf({ ...used({ serverTrust }), provider: null });
    expect(answerOf(issuerNotTrusted, facts)).toBe('pass');
  });
  test('the issuer at whose address the server has people sign in, by any name of it', () => {
    const facts = factsOf({ ...used(), provider: null });
    expect(answerOf(issuerNotTrusted, facts)).toBe('pass');
  });
  test('services that the webmail is known to use, which Exchange does not name', () => {
    const facts = factsOf({ ...used(), issuer: issuerOf(exchange) });
    expect(answerOf(issuerNotTrusted, facts)).toBe('pass');
  });
});

describe('fails', () => {
  test('an issuer that nobody knows and the server does not name, with a note', () => {
    expect(answerOf(issuerNotTrusted, factsOf({ ...used(), issuer: stranger }))).toBe('fail:note');
  });
  test('a known issuer of somebody else’s', () => {
    const facts = factsOf({ ...used(), issuer: issuerOf(google) });
    expect(answerOf(issuerNotTrusted, facts)).toBe('fail:note');
  });
});

describe('unknown', () => {
  test.each([{ answer: null }, { answer: 'refused' as const }, { serverTrust: null }])(
    'a server that did not accept it, or said nothing of whom it trusts, is not judged: %j',
    (changes) => {
      const facts = factsOf({ ...used(changes), issuer: stranger });
      expect(answerOf(issuerNotTrusted, facts)).toBe('not-applicable');
    },
  );
  test('a token without an issuer', () => {
    const facts = factsOf({ ...used(), issuer: { kind: 'absent' } });
    expect(answerOf(issuerNotTrusted, facts)).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('a list full of wildcards and an issuer that repeats itself are compared in no time', () => {
    const serverTrust = { issuers: Array(64).fill('a*a*a*b'), signInHosts: [] };
    const issuer = { kind: 'unknown', iss: 'a'.repeat(60_000) } as const;
    const facts = factsOf({ ...used({ serverTrust }), issuer });
    const startedAt = performance.now();
    expect(answerOf(issuerNotTrusted, facts)).toBe('fail:note');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
  test('tokens in the place of names are not repeated', () => {
    const token = assembleToken('{"alg":"RS256"}', '{"iss":"x"}');
    const serverTrust = { issuers: [token], signInHosts: ['not a host'] };
    const outcome = issuerNotTrusted.check(factsOf({ ...used({ serverTrust }), issuer: stranger }));
    expect(JSON.stringify(outcome)).not.toContain(token);
  });
});
