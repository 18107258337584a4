import { expect, test } from 'vitest';
import { isLeftBehind } from '../../src/background/token-use.ts';
import { noContext } from '../../src/core/index.ts';

const url = 'https://mail.example/#x';

test('what a page stored and what an open tab shows can have been left behind', () => {
  expect(isLeftBehind({ ...noContext, presentedAs: 'storage' })).toBe(true);
  expect(isLeftBehind({ ...noContext, presentedAs: 'id-token', url })).toBe(true);
});

test('what a request carried was used', () => {
  expect(isLeftBehind({ ...noContext, presentedAs: 'id-token', url, method: 'GET' })).toBe(false);
  expect(isLeftBehind({ ...noContext, presentedAs: 'bearer' })).toBe(false);
});
