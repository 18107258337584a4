import { describe, expect, test, vi } from 'vitest';
import { bindSettings, retentionDays } from '../../src/background/bound-settings.ts';
import { createGate } from '../../src/background/off-webmails.ts';
import type { Reach } from '../../src/background/sources/source.ts';
import { createWatchedHosts } from '../../src/background/watched-hosts.ts';
import { defaultPolicy, knownDirectory, providers } from '../../src/core/index.ts';
import {
  defaultSettings,
  maxRetentionDays,
  type Settings,
} from '../../src/protocol/settings-schema.ts';
import { sightingOf } from '../support/inspections.ts';

const work = sightingOf({ host: 'graph.microsoft.com', documentHost: 'outlook.office.com' });
const consumer = sightingOf({ host: 'outlook.live.com', documentHost: 'outlook.live.com' });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('sightings of webmails that are turned off', () => {
  const gateWith = (off: readonly string[], ready = Promise.resolve()) => {
    const receive = vi.fn();
    const gate = createGate({
      ready,
      off: () => new Set(off),
      webmails: () => providers,
      receive,
    });
    return { gate, receive };
  };

  test('go no further; those of others do, and those of nobody', async () => {
    const { gate, receive } = gateWith(['outlook-work']);
    const nobody = sightingOf({ host: 'graph.microsoft.com', documentHost: null });
    for (const one of [work, consumer, nobody]) gate(one);
    await settled();
    expect(receive.mock.calls).toEqual([[consumer], [nobody]]);
    receive.mockClear();
    gate(work);
    gate(consumer);
    expect(receive.mock.calls).toEqual([[consumer]]);
  });

  test('wait until it is known what is turned off, in their order, and none is lost', async () => {
    let know = () => {};
    const { gate, receive } = gateWith(
      ['outlook-work'],
      new Promise((resolve) => {
        know = resolve;
      }),
    );
    for (const one of [consumer, work, consumer]) gate(one);
    await settled();
    expect(receive).not.toHaveBeenCalled();
    know();
    await settled();
    expect(receive.mock.calls).toEqual([[consumer], [consumer]]);
  });

  test('all pass at once when nothing is turned off', async () => {
    const { gate, receive } = gateWith([]);
    await settled();
    gate(work);
    expect(receive).toHaveBeenCalledWith(work);
  });
});

describe('hosts of webmails that are turned off', () => {
  function setUp(whenKnown?: () => Promise<void>) {
    const stop = vi.fn();
    const watch = vi.fn((_reach: Reach) => stop);
    const look = vi.fn((_reach: Reach) => undefined);
    const hosts = createWatchedHosts(knownDirectory, whenKnown);
    hosts.follow({ watch, look });
    const latest = () => watch.mock.calls.at(-1)?.[0];
    return { hosts, stop, watch, look, latest };
  }
  const turnOff = new Set(['gmail', 'outlook-work']);

  test('are not watched, looked at or told of again; what is shared with others is', () => {
    const { hosts, stop, look, latest } = setUp();
    hosts.change(knownDirectory, turnOff);
    expect(stop).toHaveBeenCalledTimes(1);
    for (const host of ['mail.google.com', 'outlook.office.com']) {
      expect(latest()?.pages).not.toContain(host);
      expect(latest()?.mail).not.toContain(host);
    }
    expect(latest()?.pages).toContain('outlook.live.com');
    look.mockClear();
    hosts.lookAgain();
    expect(look.mock.calls.flatMap(([reach]) => reach.pages)).not.toContain('mail.google.com');
  });

  test('are watched and looked at again when they are turned on', () => {
    const { hosts, look, latest } = setUp();
    hosts.change(knownDirectory, turnOff);
    hosts.change(knownDirectory, new Set());
    expect(latest()?.pages).toContain('mail.google.com');
    expect(look.mock.calls.at(-1)?.[0].pages).toContain('mail.google.com');
  });

  test('are not looked at before it is known that they are, but watched, so that the background is woken', async () => {
    let know = () => {};
    const known = new Promise<void>((resolve) => {
      know = resolve;
    });
    const { hosts, watch, look } = setUp(() => known);
    expect(watch).toHaveBeenCalledTimes(1);
    await settled();
    expect(look).not.toHaveBeenCalled();
    hosts.change(knownDirectory, turnOff);
    know();
    await settled();
    expect(look.mock.calls.flatMap(([reach]) => reach.pages)).not.toContain('mail.google.com');
    expect(look).toHaveBeenCalled();
  });
});

describe('what the person chose', () => {
  const chosen: Settings = {
    ...defaultSettings,
    notifications: false,
    banner: false,
    retentionDays: 7,
    offProviders: ['gmail'],
    ownIssuers: [{ issuer: 'https://sso.contoso.example', shape: 'oidc' }],
    ownWebmails: [{ host: 'm.example', name: 'm', issuers: ['https://sso.contoso.example'] }],
    acceptedFindings: [
      { rule: 'r', keyThumbprint: null, keyId: 'k', issuer: 'i', account: 'a', acceptedAtMs: 0 },
    ],
  };

  test('holds where no organisation decides', () => {
    expect(bindSettings(chosen, defaultPolicy)).toEqual(chosen);
  });

  test.each([
    [{ forbidTurningOff: true }, { offProviders: [] }],
    [{ forbidOwnWebmails: true }, { ownIssuers: [], ownWebmails: [] }],
    [{ forbidAccepting: true }, { acceptedFindings: [] }],
    [{ forceNotifications: true }, { notifications: true, banner: true }],
    [{ retentionDays: 90 }, { retentionDays: 90 }],
  ])('%j decides over it, and over nothing else', (policy, decided) => {
    expect(bindSettings(chosen, { ...defaultPolicy, ...policy })).toEqual({
      ...chosen,
      ...decided,
    });
  });

  test('nothing is too old before the organisation could speak', () => {
    const settings = { retentionDays: () => 7 };
    const policy = { current: () => defaultPolicy, wasRead: () => false };
    expect(retentionDays(settings, policy)).toBe(maxRetentionDays);
    expect(retentionDays(settings, { ...policy, wasRead: () => true })).toBe(7);
    const current = () => ({ ...defaultPolicy, retentionDays: 90 });
    expect(retentionDays(settings, { current, wasRead: () => true })).toBe(90);
  });
});
