import { describe, expect, test } from 'vitest';
import { defaultPolicy, parsePolicy, policyKeys } from '../../../src/core/index.ts';
import { maxProblems } from '../../../src/core/policy/index.ts';

describe('policy', () => {
  test('nothing is asked for without one', () => {
    expect(parsePolicy(undefined)).toEqual({ policy: defaultPolicy, problems: [] });
    expect(parsePolicy(null)).toEqual({ policy: defaultPolicy, problems: [] });
    expect(parsePolicy({})).toEqual({ policy: defaultPolicy, problems: [] });
  });

  test.each(Object.values(policyKeys))('the example of $name is read as it stands', (key) => {
    const { policy, problems } = parsePolicy({ [key.name]: key.example });
    expect(problems).toEqual([]);
    expect(policy).toEqual({ ...defaultPolicy, [key.name]: key.example });
  });

  test.each(['text', 7, true, [{}]])('%j is no policy, and says so', (value) => {
    expect(parsePolicy(value).policy).toEqual(defaultPolicy);
    expect(parsePolicy(value).problems).toEqual([{ code: 'policy-not-an-object', key: null }]);
  });

  test('a key that cannot be read does not spoil the others', () => {
    const names = Object.keys(policyKeys);
    for (const name of names) {
      const { policy, problems } = parsePolicy({ [name]: Symbol('no value') });
      expect(policy).toEqual(defaultPolicy);
      expect(problems).toEqual([{ code: 'policy-value-invalid', key: name }]);
    }
  });

  test('unknown keys are told, bounded in length and number', () => {
    const many = Object.fromEntries(
      Array.from({ length: maxProblems + 1 }, (_, index) => [`${index}`.padEnd(200, 'x'), 1]),
    );
    const { problems } = parsePolicy(many);
    expect(problems).toHaveLength(maxProblems);
    for (const { code, key } of problems) {
      expect(code).toBe('policy-key-unknown');
      expect(key).toHaveLength(64);
    }
  });

  test('an inherited member is no policy', () => {
    const inherited: unknown = Object.create({ allowedTenants: [] });
    expect(parsePolicy(inherited).policy).toEqual(defaultPolicy);
  });
});
