import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reach } from '../../src/background/sources/source.ts';
import { createWatchedHosts } from '../../src/background/watched-hosts.ts';
import { buildDirectory, emptyConfiguration } from '../../src/core/index.ts';

const issuer = 'https://sso.contoso.example/realms/staff';
const added = buildDirectory({
  issuers: [{ issuer, shape: 'keycloak' }],
  webmails: [{ host: 'mail.contoso.example', name: 'Contoso', issuers: [issuer] }],
}).directory;
const nothingAdded = buildDirectory(emptyConfiguration).directory;
const addedReach = {
  pages: ['mail.contoso.example'],
  mail: ['mail.contoso.example'],
  signIn: ['sso.contoso.example'],
};

describe('which hosts are watched', () => {
  const stop = vi.fn();
  const watch = vi.fn((_reach: Reach) => stop);
  const look = vi.fn();
  beforeEach(() => {
    vi.clearAllMocks();
  });
  const reaches = () => watch.mock.calls.map(([reach]) => reach);

  test('those that are known anyway at once, each of them once', () => {
    createWatchedHosts().follow({ watch, look });
    expect(watch).toHaveBeenCalledTimes(1);
    const [reach] = reaches();
    expect(reach?.pages).toContain('outlook.office.com');
    expect(reach?.mail).toContain('graph.microsoft.com');
    expect(reach?.signIn).toContain('login.microsoftonline.com');
    for (const hosts of [reach?.pages, reach?.mail, reach?.signIn]) {
      expect(new Set(hosts).size).toBe(hosts?.length);
    }
    expect(look).toHaveBeenCalledWith(reach);
  });

  test('those that were added beside them, and what stands there is looked at', () => {
    const hosts = createWatchedHosts();
    hosts.follow({ watch, look });
    hosts.change(added);
    expect(reaches()[1]).toEqual(addedReach);
    expect(look).toHaveBeenLastCalledWith(addedReach);
    expect(stop).not.toHaveBeenCalled();
    expect(hosts.isSignIn('sso.contoso.example')).toBe(true);
  });

  test('those that were added before somebody began to watch', () => {
    const hosts = createWatchedHosts();
    hosts.change(added);
    hosts.follow({ watch });
    expect(reaches()[1]).toEqual(addedReach);
  });

  test('no more when they were taken out; the known ones stay', () => {
    const hosts = createWatchedHosts();
    hosts.follow({ watch, look });
    hosts.change(added);
    hosts.change(nothingAdded);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(watch).toHaveBeenCalledTimes(2);
    expect(hosts.isSignIn('sso.contoso.example')).toBe(false);
    expect(hosts.isSignIn('login.microsoftonline.com')).toBe(true);
    expect(hosts.isSignIn(null)).toBe(false);
  });

  test('are not watched anew when the same ones are said again', () => {
    const hosts = createWatchedHosts();
    hosts.follow({ watch, look });
    hosts.change(added);
    hosts.change(added);
    expect(watch).toHaveBeenCalledTimes(2);
  });

  test('are all looked at again when the browser gave more', () => {
    const hosts = createWatchedHosts();
    hosts.follow({ watch, look });
    hosts.lookAgain();
    expect(look).toHaveBeenCalledTimes(2);
    hosts.change(added);
    look.mockClear();
    hosts.lookAgain();
    expect(look).toHaveBeenCalledTimes(2);
    expect(look).toHaveBeenLastCalledWith(addedReach);
  });
});
