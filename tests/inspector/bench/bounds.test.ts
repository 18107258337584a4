import { describe, expect, test } from 'vitest';
import { noContext } from '../../../src/core/index.ts';
import { foundAt } from '../../../src/input/found.ts';
import { createTokenGuard } from '../../../src/input/token-guard.ts';
import { listClaimRows, maxShownClaims } from '../../../src/inspector/bench/claim-rows.ts';
import { latestMs, readMoment } from '../../../src/inspector/bench/moment.ts';
import { maxKeyFiles, readKeyFiles } from '../../../src/inspector/bench/work/bench-keys.ts';
import {
  decodeForPeople,
  maxShownPart,
} from '../../../src/inspector/bench/work/decode-for-people.ts';
import {
  createKeptResults,
  maxKeptCharacters,
} from '../../../src/inspector/bench/work/kept-results.ts';
import { inspectionOf } from '../../support/inspections.ts';
import { commonKeysUrl } from '../../support/keys.ts';
import { assembleToken, createSigningKey, enterpriseOwner } from '../../support/tokens.ts';

const guard = createTokenGuard();

describe('what is shown of a token', () => {
  test('is a header and claims up to a length', () => {
    const claimsOf = (letters: number) => `{"a":"${'x'.repeat((letters * 3) / 4 - 8)}"}`;
    const shown = (claims: string) =>
      decodeForPeople(assembleToken('{"alg":"RS256"}', claims), guard).claims;
    expect(shown(claimsOf(maxShownPart))).not.toBeNull();
    expect(shown(claimsOf(maxShownPart + 8))).toBeNull();
  });

  test('is a number of claims', () => {
    const claims = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`claim${index}`, index]));
    expect(listClaimRows(claims(maxShownClaims), 'claims')).toHaveLength(maxShownClaims);
    expect(listClaimRows(claims(maxShownClaims + 1), 'claims')).toHaveLength(maxShownClaims);
    for (const odd of [null, 7, 'x', ['a'], undefined])
      expect(listClaimRows(odd, 'header')).toEqual([]);
  });

  test('is kept up to a number of letters of all tokens; the verdict is always there', () => {
    const kept = createKeptResults(guard);
    const add = (credential: string) => {
      const use = { ...foundAt('line 1', credential), context: noContext };
      kept.add({ seen: 1, uses: [use], all: null }, [{ use, inspection: inspectionOf() }]);
    };
    const token = assembleToken('{"alg":"RS256"}', '{"a":1}');
    const filler = 'x'.repeat(8 * 1024 * 1024);
    add(token);
    for (let at = 0; at < maxKeptCharacters / filler.length; at++) add(filler);
    add(token);
    expect(kept.detail(0)).toMatchObject({ claims: { a: 1 } });
    const last = kept.count() - 1;
    expect(kept.detail(last)).toMatchObject({
      claims: null,
      line: { verdict: expect.any(String) },
    });
  });
});

describe('recorded key lists', () => {
  test('are read up to a number of files; what is one too many is told', async () => {
    const { entry } = await createSigningKey(enterpriseOwner);
    const content = JSON.stringify({ url: commonKeysUrl, jwks: { keys: [entry] } });
    const files = Array.from({ length: maxKeyFiles + 1 }, (_, at) => new File([content], `${at}`));
    const { recorded, told } = await readKeyFiles(files, []);
    expect(recorded).toHaveLength(maxKeyFiles);
    expect(told.at(-1)).toEqual({ name: `${maxKeyFiles}`, problem: 'too-large' });
    expect(told.at(-2)?.problem).toBeNull();
  });

  test('of an added issuer may come with its discovery document', async () => {
    const issuer = 'https://login.added.example';
    const { entry } = await createSigningKey();
    const configured = { issuer, shape: 'oidc' as const };
    const discovery = { issuer, jwks_uri: `${issuer}/its/keys` };
    const { recorded, told } = await readKeyFiles(
      [
        new File([JSON.stringify({ url: `${issuer}/its/keys`, jwks: { keys: [entry] } })], 'keys'),
        new File([JSON.stringify(discovery)], 'discovery'),
      ],
      [configured],
    );
    expect(told.map(({ problem }) => problem)).toEqual([null, null]);
    expect(recorded.map(({ url }) => url)).toEqual([`${issuer}/.well-known/openid-configuration`]);
  });
});

test('a moment is one that a token can be of, in the person’s own time zone', () => {
  expect(readMoment('2024-07-17T14:08:52')).toBe(new Date(2024, 6, 17, 14, 8, 52).getTime());
  for (const odd of ['', 'soon', '1969-12-30T00:00', '+275760-09-12T00:00']) {
    expect(readMoment(odd)).toBeNull();
  }
  expect(new Date(latestMs).toISOString()).toBe('9999-12-31T23:59:59.999Z');
});
