import { describe, expect, test } from 'vitest';
import { rules } from '../../src/core/index.ts';
import { checkVectors } from './check-vectors.ts';
import { signatureRules } from './judge.ts';
import { rfc7515 } from './rfc7515.ts';

describe('RFC 7515 appendices A and E', () => {
  checkVectors('RFC 7515', rfc7515);
});

test('the rules that judge vectors exist', () => {
  const known = rules.map(({ id }) => id);
  expect(signatureRules.filter((id) => !known.includes(id))).toEqual([]);
});
