import { describe, expect, test } from 'vitest';
import { maxPlaces, type SeenPlace, type TokenUse } from '../../../src/core/index.ts';
import { addPlaces, placeResolutionMs } from '../../../src/core/session/place.ts';

const use = (changes: Partial<TokenUse> = {}): TokenUse => ({
  fingerprint: 'a',
  source: 'request-header',
  host: 'outlook.office.com',
  tabIds: [1],
  atMs: 10_000,
  isLeftBehind: false,
  ...changes,
});
const addAll = (...uses: readonly TokenUse[]) =>
  uses.reduce<readonly SeenPlace[]>((places, one) => addPlaces(places, one), []);

describe('where tokens were seen', () => {
  test('source, host and tab tell places apart; times are the first and the last', () => {
    const places = addAll(
      use(),
      use({ source: 'cookie', tabIds: [] }),
      use({ host: 'graph.microsoft.com' }),
      use({ tabIds: [1, 2], atMs: 20_000 }),
      use({ fingerprint: 'b' }),
    );
    const named = places.map(
      ({ fingerprint, source, host, tabId, firstAtMs, lastAtMs }) =>
        `${fingerprint} ${source} ${host} ${tabId} ${firstAtMs}-${lastAtMs}`,
    );
    expect(named).toEqual([
      'b request-header outlook.office.com 1 10000-10000',
      'a request-header outlook.office.com 2 20000-20000',
      'a request-header outlook.office.com 1 10000-20000',
      'a request-header graph.microsoft.com 1 10000-10000',
      'a cookie outlook.office.com null 10000-10000',
    ]);
  });

  test('uses close together change nothing, and cost no copy', () => {
    const places = addAll(use());
    expect(addPlaces(places, use({ atMs: 10_000 + placeResolutionMs - 1 }))).toBe(places);
    expect(addPlaces(places, use({ atMs: 10_000 + placeResolutionMs }))).not.toBe(places);
  });

  test('of too many, those not seen for longest go', () => {
    let places: readonly SeenPlace[] = [];
    for (let at = 0; at <= maxPlaces; at++) places = addPlaces(places, use({ tabIds: [at] }));
    expect(places).toHaveLength(maxPlaces);
    expect(places.at(-1)?.tabId).toBe(1);
    expect(places[0]?.tabId).toBe(maxPlaces);
  });
});
