import { describe, expect, test } from 'vitest';
import {
  createConnectionWatch,
  maxWaiting,
} from '../../src/background/key-cache/connection-watch.ts';
import { type Issuer, issuers, type KeyConnection } from '../../src/core/index.ts';
import { entra } from '../../src/core/issuers/entra.ts';
import { google } from '../../src/core/issuers/google.ts';

const added: KeyConnection = {
  trust: 'added',
  rootFingerprint: null,
  rootName: 'CN=Contoso',
  isExtendedValidation: false,
};
const url = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
const document = {
  kind: 'document',
  value: {},
  etag: null,
  lastModified: null,
  clockErrorMs: 0,
} as const;

function setUp() {
  const state = { isWanted: true, isAllowed: true, issuers: [entra] as readonly Issuer[] };
  const observed: string[] = [];
  let tell: ((url: string, connection: KeyConnection) => void) | null = null;
  const watch = createConnectionWatch({
    isWanted: () => state.isWanted,
    isAllowed: async () => state.isAllowed,
    issuers: () => state.issuers,
    observe: (urls, callback) => {
      observed.push(`start ${urls.join(' ')}`);
      tell = callback;
      return () => {
        observed.push('stop');
        tell = null;
      };
    },
  });
  return { state, watch, observed, tell: (...said: [string, KeyConnection]) => tell?.(...said) };
}

describe('watching connections', () => {
  test('nothing is observed unless it is wanted and allowed', async () => {
    const { state, watch, observed } = setUp();
    state.isWanted = false;
    await watch.refresh();
    state.isWanted = true;
    state.isAllowed = false;
    await watch.refresh();
    expect(observed).toEqual([]);
    state.isAllowed = true;
    await watch.refresh();
    await watch.refresh();
    expect(observed).toEqual(['start https://login.microsoftonline.com/*']);
    state.isAllowed = false;
    await watch.refresh();
    expect(observed.at(-1)).toBe('stop');
  });

  test('hosts of keys only, and those of issuers that come later too', async () => {
    const { state, watch, observed } = setUp();
    await watch.refresh();
    state.issuers = [entra, google];
    await Promise.all([watch.refresh(), watch.refresh()]);
    expect(observed.slice(1)).toEqual([
      'stop',
      'start https://login.microsoftonline.com/* https://www.googleapis.com/*',
    ]);
    state.issuers = issuers;
    await watch.refresh();
    expect(observed.at(-1)).not.toContain('*.');
    expect(observed.at(-1)).not.toContain('//*');
  });

  test('what was said of an answer goes with it, once', async () => {
    const { watch, tell } = setUp();
    await watch.refresh();
    tell(url, added);
    expect(watch.join(url, document)).toEqual({ ...document, connection: added });
    expect(watch.join(url, document)).toEqual({ ...document, connection: null });
  });

  test('a failed request takes its connection with it', async () => {
    const { watch, tell } = setUp();
    await watch.refresh();
    tell(url, added);
    const problem = { kind: 'problem', problem: 'server-error', clockErrorMs: null } as const;
    expect(watch.join(url, problem)).toEqual(problem);
    expect(watch.join(url, document)).toEqual({ ...document, connection: null });
  });

  test('a browser that refuses to say whether it allows it ends nothing', async () => {
    const { watch, observed, state } = setUp();
    const broken = createConnectionWatch({
      isWanted: () => true,
      isAllowed: () => Promise.reject(new Error('no')),
      issuers: () => state.issuers,
      observe: () => () => undefined,
    });
    await broken.refresh();
    await watch.refresh();
    expect(observed).toHaveLength(1);
  });

  test('of too many that nobody asked for the oldest is forgotten', async () => {
    const { watch, tell } = setUp();
    await watch.refresh();
    for (let at = 0; at <= maxWaiting; at++) tell(`${url}/${at}`, added);
    expect(watch.join(`${url}/0`, document)).toEqual({ ...document, connection: null });
    expect(watch.join(`${url}/1`, document)).toEqual({ ...document, connection: added });
  });
});
