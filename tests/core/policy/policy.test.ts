import { describe, expect, test } from 'vitest';
import { defaultPolicy, parsePolicy, policyKeys } from '../../../src/core/index.ts';
import { maxProblems } from '../../../src/core/policy/index.ts';
import { maxAccountDomains } from '../../../src/core/policy/keys/allowed-account-domains.ts';
import {
  maxApplicationLength,
  maxApplications,
} from '../../../src/core/policy/keys/allowed-applications.ts';
import { maxTenants } from '../../../src/core/policy/keys/allowed-tenants.ts';
import {
  leastRetentionDays,
  mostRetentionDays,
} from '../../../src/core/policy/keys/retention-days.ts';

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

describe('what a key takes', () => {
  const read = (name: string, value: unknown) => {
    const { policy, problems } = parsePolicy({ [name]: value });
    return problems.length > 0
      ? problems
      : Object.entries(policy).find(([key]) => key === name)?.[1];
  };
  const invalid = (name: string) => [{ code: 'policy-value-invalid', key: name }];
  const tenant = '11111111-2222-4333-8444-55555555AAAA';

  test('capitals say the same as small letters', () => {
    expect(read('allowedTenants', [tenant])).toEqual([tenant.toLowerCase()]);
    expect(read('allowedAccountDomains', ['Contoso.Example'])).toEqual(['contoso.example']);
    expect(read('allowedApplications', [tenant])).toEqual([tenant.toLowerCase()]);
  });

  test.each([
    ['allowedTenants', ['contoso.example']],
    ['allowedTenants', [`${tenant} `]],
    ['allowedTenants', tenant],
    ['allowedTenants', { 0: tenant }],
    ['allowedAccountDomains', ['contoso']],
    ['allowedAccountDomains', ['@contoso.example']],
    ['allowedAccountDomains', ['ada@contoso.example']],
    ['allowedAccountDomains', ['*']],
    ['allowedAccountDomains', ['*contoso.example']],
    ['allowedAccountDomains', ['a.*.example']],
    ['allowedAccountDomains', ['-a.example']],
    ['allowedAccountDomains', [`${'a.'.repeat(127)}example`]],
    ['allowedApplications', ['']],
    ['allowedApplications', ['x'.repeat(maxApplicationLength + 1)]],
    ['requireMultiFactor', 'true'],
    ['requireMultiFactor', 1],
    ['requireMultiFactor', null],
    ['requireDeviceClaim', []],
    ['forbidTurningOff', 'yes'],
    ['forbidOwnWebmails', 1],
    ['forceNotifications', null],
    ['retentionDays', 0],
    ['retentionDays', mostRetentionDays + 1],
    ['retentionDays', 1.5],
    ['retentionDays', '30'],
    ['blockOnDanger', ['danger']],
    ['blockMayContinue', 'true'],
  ])('%s does not take %j', (name, value) => {
    expect(read(name, value)).toEqual(invalid(name));
  });

  test('days are taken from the least to the most', () => {
    for (const days of [leastRetentionDays, mostRetentionDays]) {
      expect(read('retentionDays', days)).toBe(days);
    }
  });

  test('one wrong entry spoils its list: a policy is not weakened in silence', () => {
    expect(read('allowedTenants', [tenant, 7])).toEqual(invalid('allowedTenants'));
  });

  test.each([
    ['allowedTenants', maxTenants, tenant],
    ['allowedAccountDomains', maxAccountDomains, 'contoso.example'],
    ['allowedApplications', maxApplications, 'x'.repeat(maxApplicationLength)],
  ])('%s takes %i entries and no more', (name, most, entry) => {
    expect(
      read(
        name,
        Array.from({ length: most }, () => entry),
      ),
    ).toHaveLength(most);
    expect(
      read(
        name,
        Array.from({ length: most + 1 }, () => entry),
      ),
    ).toEqual(invalid(name));
  });

  test('an empty list allows nothing, which is not the same as no list', () => {
    expect(read('allowedTenants', [])).toEqual([]);
  });

  test('a long name is looked at in no time', () => {
    const startedMs = performance.now();
    read('allowedAccountDomains', [`${'a-'.repeat(200_000)}!`, `${'a.'.repeat(200_000)}!`]);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});
