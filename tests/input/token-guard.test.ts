import { describe, expect, test } from 'vitest';
import { createTokenGuard, maxPieces, sharedCharacters } from '../../src/input/token-guard.ts';
import { tokenNamed } from '../support/read-input.ts';

const token = tokenNamed('of somebody, long enough to be cut into many pieces of any length');

describe('the token guard', () => {
  test('takes out every run of a token, wherever it begins', () => {
    const guard = createTokenGuard();
    guard.remember(token);
    const [, claims = ''] = token.split('.');
    for (let at = 0; at + sharedCharacters <= claims.length; at++) {
      const part = claims.slice(at, at + sharedCharacters);
      expect(guard.clean(`before ${part} after`)).toBe('before [removed] after');
      expect(guard.clean(`x${part}y`)).toBe('[removed]');
    }
  });

  test('leaves everything else alone', () => {
    const guard = createTokenGuard();
    guard.remember(token);
    guard.remember('short');
    for (const text of [
      'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
      'a…@contoso.example',
      'short',
      '1LTMzakihiRla_8z2BEJVXeWMqo',
    ]) {
      expect(guard.clean(text)).toBe(text);
    }
  });

  test('remembers no more than its bound, and always the token at hand', () => {
    const guard = createTokenGuard();
    const letters = maxPieces * 8;
    guard.remember(token);
    guard.remember(
      Array.from({ length: letters / 8 - 1 }, (_, at) => `${at}`.padStart(8, 'x')).join(''),
    );
    expect(guard.clean(token)).toBe(token);
    guard.remember(token);
    expect(guard.clean(token.slice(30, 60))).toBe('[removed]');
  });
});
