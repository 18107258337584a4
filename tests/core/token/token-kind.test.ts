import { describe, expect, test } from 'vitest';
import { readTokenKind } from '../../../src/core/token/token-kind.ts';
import { tokenOf } from '../../support/facts.ts';

const kindOf = (claims: object, header: object = {}) =>
  readTokenKind(tokenOf(JSON.stringify({ alg: 'RS256', ...header }), JSON.stringify(claims)));

describe('what a token is made for', () => {
  test.each([
    [{ scp: 'Mail.Read' }],
    [{ scope: 'mail' }],
    [{ appid: 'a', appidacr: '0' }],
    [{ azp: 'a', azpacr: '0' }],
    [{ client_id: 'a' }],
    [{ cid: 'a' }],
    [{ typ: 'Bearer' }],
  ])('access: %j', (claims) => {
    expect(kindOf(claims)).toBe('access');
  });
  test.each(['at+jwt', 'AT+JWT', 'application/at+jwt'])('access by its header: %s', (typ) => {
    expect(kindOf({ nonce: 'x' }, { typ })).toBe('access');
  });
  test.each([[{ nonce: 'a' }], [{ at_hash: 'a' }], [{ c_hash: 'a' }], [{ typ: 'ID' }]])(
    'identity: %j',
    (claims) => {
      expect(kindOf(claims)).toBe('id');
    },
  );
  test.each([
    [{}],
    [{ azp: 'Google writes it into ID tokens' }],
    [{ nonce: 'a', scp: 'b' }],
    [{ typ: 'Refresh' }],
    [{ typ: 7 }],
  ])('unclear: %j', (claims) => {
    expect(kindOf(claims)).toBe('unclear');
  });
  test('names of the prototype are no claims', () => {
    expect(kindOf(JSON.parse('{"__proto__":{"scp":"x"},"constructor":1}'))).toBe('unclear');
  });
});
