import { describe, expect, test } from 'vitest';
import { createDirectoryHolder } from '../../src/background/directory-holder.ts';
import { type Configuration, emptyConfiguration, knownDirectory } from '../../src/core/index.ts';

const issuer = 'https://sso.contoso.example/realms/staff';
const named = (name: string): Configuration => ({
  issuers: [{ issuer, shape: 'keycloak' }],
  webmails: [{ host: 'mail.contoso.example', name, issuers: [issuer] }],
});

function setUp() {
  const state = { policy: emptyConfiguration, settings: emptyConfiguration };
  const changes: number[] = [];
  const problems: string[] = [];
  const holder = createDirectoryHolder({
    readPolicy: () => state.policy,
    readSettings: () => state.settings,
    onChange: ({ providers }) => changes.push(providers.length),
    logProblem: (code, numbers) => problems.push(`${code} ${numbers?.['count']}`),
  });
  const nameOf = () =>
    holder.current().providers.find(({ id }) => id === 'mail.contoso.example')?.name;
  return { holder, state, changes, problems, nameOf };
}

describe('webmails and issuers', () => {
  test('are those that are known anyway where nobody adds any', () => {
    const { holder, changes } = setUp();
    holder.refresh();
    expect(holder.current()).toBe(knownDirectory);
    expect(changes).toEqual([]);
  });

  test('change when the person adds one, and once', () => {
    const { holder, state, changes, nameOf } = setUp();
    state.settings = named('Mine');
    holder.refresh();
    holder.refresh();
    expect(nameOf()).toBe('Mine');
    expect(changes).toEqual([knownDirectory.providers.length + 1]);
  });

  test('are an organisation’s where both name the same', () => {
    const { holder, state, nameOf } = setUp();
    state.settings = named('Mine');
    state.policy = named('Ours');
    holder.refresh();
    expect(nameOf()).toBe('Ours');
    state.policy = emptyConfiguration;
    holder.refresh();
    expect(nameOf()).toBe('Mine');
  });

  test('that cannot be used are told by their number, without their names', () => {
    const { holder, state, problems, changes } = setUp();
    state.policy = {
      issuers: [{ issuer: 'https://login.microsoftonline.com/x', shape: 'oidc' }],
      webmails: [
        { host: 'outlook.office.com', name: 'x', issuers: [issuer] },
        { host: 'mail.contoso.example', name: 'x', issuers: [issuer] },
      ],
    };
    holder.refresh();
    expect(problems).toEqual([
      'configuration-issuer-known 1',
      'configuration-webmail-known 1',
      'configuration-issuer-missing 1',
    ]);
    expect(changes).toEqual([knownDirectory.providers.length]);
  });
});
