import { expect, test } from 'vitest';
import { maxTextLength, redactText } from '../../../src/core/token/redact.ts';
import { assembleToken } from '../../support/tokens.ts';

test('ordinary values stay as they are', () => {
  for (const text of [
    'ada@contoso.example',
    'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    'kP2ox0dPp3uuT6IhJARw5E8I9ZWku4tl9NRrgQ8W-LY',
  ]) {
    expect(redactText(text)).toBe(text);
  }
});

test('tokens and parts of tokens are removed wherever they stand', () => {
  const token = assembleToken('{"alg":"RS256"}', '{"sub":"victim"}', 'c2lnbmF0dXJl');
  expect(redactText(token)).toBe('[removed]');
  expect(redactText(`kid=${token}!`)).toBe('kid=[removed]!');
  expect(redactText(token.split('.')[0] ?? '')).toBe('[removed]');
  expect(redactText('A'.repeat(342))).toBe('[removed]');
});

test('length is bounded', () => {
  expect(redactText('a '.repeat(maxTextLength)).length).toBe(maxTextLength);
});
