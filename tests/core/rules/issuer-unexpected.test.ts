import { describe, expect, test } from 'vitest';
import { noContext } from '../../../src/core/index.ts';
import { accessControlService } from '../../../src/core/issuers/access-control-service.ts';
import { entraUsGovernment } from '../../../src/core/issuers/entra-us-government.ts';
import { exchange } from '../../../src/core/issuers/exchange.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { substrate } from '../../../src/core/issuers/substrate.ts';
import { gmail } from '../../../src/core/providers/gmail.ts';
import { issuerUnexpected } from '../../../src/core/rules/issuer-unexpected.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, consumerIssuer, factsOf, issuerOf } from '../../support/facts.ts';

describe('passes', () => {
  test('an issuer that belongs to the webmail', () => {
    expect(answerOf(issuerUnexpected, factsOf())).toBe('pass');
  });
});

describe('passes, because the name is one that the webmail works with', () => {
  test('the government’s cloud under the name that it shares with the global one', () => {
    expect(answerOf(issuerUnexpected, factsOf({ issuer: issuerOf(entraUsGovernment) }))).toBe(
      'pass',
    );
  });
  test.each([accessControlService, exchange, substrate])(
    'the services behind Outlook bring tokens of their own: $id',
    (issuer) => {
      expect(answerOf(issuerUnexpected, factsOf({ issuer: issuerOf(issuer) }))).toBe('pass');
    },
  );
});

describe('fails', () => {
  test('what is only kept beside the session is worth a note', () => {
    const context = { ...noContext, presentedAs: 'storage' } as const;
    expect(answerOf(issuerUnexpected, factsOf({ issuer: issuerOf(google), context }))).toBe(
      'fail:note',
    );
    const used = { ...noContext, presentedAs: 'cookie' } as const;
    expect(answerOf(issuerUnexpected, factsOf({ issuer: issuerOf(google), context: used }))).toBe(
      'fail:attention',
    );
  });
  test('a private account’s issuer in the webmail of organisations is unusual', () => {
    expect(answerOf(issuerUnexpected, factsOf({ issuer: consumerIssuer() }))).toBe(
      'fail:attention',
    );
  });
  test('on a webmail whose sessions are opaque it is worth a note: its pages hold tokens of other services', () => {
    expect(answerOf(issuerUnexpected, factsOf({ provider: gmail }))).toBe('fail:note');
  });
});

describe('unknown', () => {
  test('without a webmail or a known issuer nothing is compared', () => {
    for (const facts of [
      factsOf({ provider: null }),
      factsOf({ issuer: { kind: 'unknown', iss: 'https://example.org' } }),
    ]) {
      expect(runRules(facts, [issuerUnexpected])).toMatchObject([{ outcome: 'not-applicable' }]);
    }
  });
});

describe('hostile', () => {
  test('evidence of a very long issuer stays bounded', () => {
    const issuer = { ...consumerIssuer(), iss: 'i '.repeat(100_000) };
    const outcomes = runRules(factsOf({ issuer }), [issuerUnexpected]);
    expect(JSON.stringify(outcomes).length).toBeLessThan(2000);
  });
});
