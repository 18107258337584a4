import { describe, expect, test } from 'vitest';

import { deniedKeys } from '../../../src/core/keys/denied.ts';
import { keyDenied } from '../../../src/core/rules/key-denied.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, enterpriseKey, factsOf, selectedKey } from '../../support/facts.ts';
import { commonKeysUrl } from '../../support/keys.ts';

const [stolen] = deniedKeys;
if (!stolen) throw new Error('the list of denied keys is empty');

/** As an analyst judges it at a time. */
const signedWith = (key: typeof enterpriseKey, nowSeconds: number) =>
  factsOf({ nowSeconds, timeIsGiven: true, key: selectedKey({ key, url: commonKeysUrl }) });
const today = 1_795_521_600;

describe('passes', () => {
  test('a key that is on no list', () => {
    expect(answerOf(keyDenied, signedWith(enterpriseKey, today))).toBe('pass');
  });
  test('the stolen key at a time when it still signed genuine sessions', () => {
    expect(answerOf(keyDenied, signedWith(stolen.key, 1_469_765_195))).toBe('pass');
    expect(answerOf(keyDenied, signedWith(stolen.key, stolen.deniedFromSeconds - 1))).toBe('pass');
  });
});

describe('fails', () => {
  test('the stolen key from its first known misuse on', () => {
    expect(answerOf(keyDenied, signedWith(stolen.key, stolen.deniedFromSeconds))).toBe(
      'fail:danger',
    );
    expect(answerOf(keyDenied, signedWith(stolen.key, today))).toBe('fail:danger');
  });
  test('the stolen key under another name, because material is compared', () => {
    const renamed = { ...stolen.key, kid: 'harmless', x5t: 'harmless' };
    expect(answerOf(keyDenied, signedWith(renamed, today))).toBe('fail:danger');
  });
});

describe('in use now', () => {
  test('any hit is an alarm, because this computer’s clock can be set back', () => {
    const live = { ...signedWith(stolen.key, 1_469_765_195), timeIsGiven: false };
    expect(answerOf(keyDenied, live)).toBe('fail:danger');
  });
  test('a signature of the stolen key under any name and any issuer, with the key’s dates', () => {
    const issuers = [factsOf().issuer, { kind: 'unknown', iss: 'x' }, { kind: 'absent' }] as const;
    for (const issuer of issuers) {
      const key = { kind: 'not-sought' } as const;
      const facts = factsOf({ issuer, key, deniedSigner: stolen });
      const [outcome] = runRules(facts, [keyDenied]);
      expect(outcome).toMatchObject({
        outcome: 'fail',
        severity: 'danger',
        evidence: expect.arrayContaining([
          { name: 'denied-since', value: String(stolen.deniedFromSeconds) },
          { name: 'valid-from', value: '1459867415' },
        ]),
      });
    }
  });
  test('the stolen certificate beside another key', () => {
    const { certificate } = stolen.key;
    if (certificate === null) throw new Error('the stolen key has no certificate');
    const bySha256 = { ...enterpriseKey, certificate: { ...certificate, sha1: 'other' } };
    const bySha1 = { ...enterpriseKey, certificate: { ...certificate, sha256: 'other' } };
    for (const key of [bySha256, bySha1]) {
      expect(answerOf(keyDenied, signedWith(key, today))).toBe('fail:danger');
    }
  });
});

describe('unknown', () => {
  test('when the issuer is not known and no stolen key made the signature', () => {
    const facts = factsOf({ issuer: { kind: 'unknown', iss: 'x' }, key: { kind: 'not-sought' } });
    expect(answerOf(keyDenied, facts)).toBe('unknown:issuer-unknown');
  });
  test('without a key', () => {
    const facts = factsOf({ key: { kind: 'not-published', urls: [], lastSeenMs: null } });
    expect(runRules(facts, [keyDenied])).toMatchObject([{ outcome: 'unknown' }]);
  });
});

describe('hostile', () => {
  test('another key that took the stolen key’s name is not called stolen', () => {
    const imitation = { ...enterpriseKey, kid: stolen.key.kid, x5t: stolen.key.x5t };
    expect(answerOf(keyDenied, signedWith(imitation, today))).toBe('pass');
  });
});
