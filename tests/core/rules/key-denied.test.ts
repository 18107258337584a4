import { describe, expect, test } from 'vitest';

import { deniedKeys } from '../../../src/core/keys/denied.ts';
import { keyDenied } from '../../../src/core/rules/key-denied.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, enterpriseKey, factsOf } from '../../support/facts.ts';
import { commonKeysUrl } from '../../support/keys.ts';

const [stolen] = deniedKeys;
if (!stolen) throw new Error('the list of denied keys is empty');

const signedWith = (key: typeof enterpriseKey, nowSeconds: number) =>
  factsOf({
    nowSeconds,
    key: {
      kind: 'selected',
      key,
      url: commonKeysUrl,
      isSwapped: false,
      owner: 'this-issuer',
      ownerText: null,
    },
  });
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

describe('unknown', () => {
  test('without a key', () => {
    const facts = factsOf({ key: { kind: 'not-published', urls: [] } });
    expect(runRules(facts, [keyDenied])).toMatchObject([{ outcome: 'unknown' }]);
  });
});

describe('hostile', () => {
  test('another key that took the stolen key’s name is not called stolen', () => {
    const imitation = { ...enterpriseKey, kid: stolen.key.kid, x5t: stolen.key.x5t };
    expect(answerOf(keyDenied, signedWith(imitation, today))).toBe('pass');
  });
});
