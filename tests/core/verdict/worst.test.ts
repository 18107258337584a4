import { expect, test } from 'vitest';

import { worstVerdict } from '../../../src/core/index.ts';

test('nothing is not inspected, and the worst of several wins in any order', () => {
  expect(worstVerdict([])).toBe('not-inspected');
  expect(worstVerdict(['verified', 'not-inspected'])).toBe('verified');
  expect(worstVerdict(['verified', 'undetermined'])).toBe('undetermined');
  expect(worstVerdict(['attention', 'verified', 'undetermined'])).toBe('attention');
  expect(worstVerdict(['danger', 'attention'])).toBe('danger');
});
