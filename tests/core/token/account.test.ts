import { describe, expect, test } from 'vitest';
import { readAccountDomain } from '../../../src/core/token/account.ts';

describe('the domain of an account', () => {
  test.each([
    [{ upn: 'ada@contoso.example' }, 'contoso.example'],
    [{ upn: 'Ada@Contoso.Example' }, 'contoso.example'],
    [{ preferred_username: 'ada@contoso.example' }, 'contoso.example'],
    [{ unique_name: 'ada@contoso.example' }, 'contoso.example'],
    [{ unique_name: 'live.com#ada@outlook.example' }, 'outlook.example'],
    [{ email: 'ada@contoso.example' }, 'contoso.example'],
    [{ upn: 'ada', email: 'ada@contoso.example' }, 'contoso.example'],
    [{ upn: 'ada@contoso.example', email: 'ada@private.example' }, 'contoso.example'],
    [{ upn: 'ada@sub.contoso.example' }, 'sub.contoso.example'],
  ])('%j belongs to %s', (claims, domain) => {
    expect(readAccountDomain(claims)).toBe(domain);
  });

  test.each([
    ['ada_contoso.example#EXT#@fabrikam.onmicrosoft.com', 'contoso.example'],
    ['ada_lovelace_contoso.example#EXT#@fabrikam.onmicrosoft.com', 'contoso.example'],
    ['ada_contoso.example#ext#@fabrikam.onmicrosoft.com', 'contoso.example'],
    ['a.b_c-d.example#EXT#@fabrikam.onmicrosoft.com', 'c-d.example'],
  ])('the guest %s comes from %s', (upn, domain) => {
    expect(readAccountDomain({ upn })).toBe(domain);
  });

  test.each([
    {},
    { upn: '' },
    { upn: 'ada' },
    { upn: 'CONTOSO\\ada' },
    { upn: 'ada@' },
    { upn: '+15550100' },
    { upn: 7 },
    { upn: null },
    { upn: ['ada@contoso.example'] },
    { upn: '#EXT#@fabrikam.onmicrosoft.com' },
    { upn: 'ada#EXT#@fabrikam.onmicrosoft.com' },
    { upn: 'ada_#EXT#@fabrikam.onmicrosoft.com' },
    { name: 'ada@contoso.example' },
  ])('%j names none', (claims) => {
    expect(readAccountDomain(claims)).toBeNull();
  });

  test('what stands last counts, so that nothing in front can hide it', () => {
    expect(readAccountDomain({ upn: 'ada@contoso.example@evil.example' })).toBe('evil.example');
    expect(readAccountDomain({ upn: 'ada_contoso.example#EXT#@x#EXT#@evil.example' })).not.toBe(
      'contoso.example',
    );
  });

  test('a very long name is looked at in no time', () => {
    const startedMs = performance.now();
    readAccountDomain({ upn: `${'_'.repeat(1_000_000)}${'#EXT#@'.repeat(100_000)}` });
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});
