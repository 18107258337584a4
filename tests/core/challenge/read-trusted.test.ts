import { describe, expect, test } from 'vitest';
import {
  isNamed,
  maxChallengeLength,
  maxChallenges,
  maxTrusted,
  maxTrustedLength,
  maxWildcards,
  readServerTrust,
} from '../../../src/core/challenge/read-trusted.ts';
import { createTrustBook, maxTrustHosts } from '../../../src/core/challenge/trust-book.ts';

const sharePoint =
  'Bearer realm="0be1f1ba-21e4-4c34-a193-1b44e66afda7",client_id="00000003-0000-0ff1-ce00-000000000000",trusted_issuers="00000001-0000-0000-c000-000000000000@*,https://sts.windows.net/*/",authorization_uri="https://login.windows.net/common/oauth2/authorize"';
const listed = ['00000001-0000-0000-c000-000000000000@*', 'https://sts.windows.net/*/'];
const naming = (list: string) => [`Bearer trusted_issuers="${list}"`];

describe('whom a server says it trusts', () => {
  test('stands in its challenge, with the address of the sign-in', () => {
    expect(readServerTrust([sharePoint])).toEqual({
      issuers: listed,
      signInHosts: ['login.windows.net'],
    });
  });

  test.each([
    ['beside other challenges on the same line', [`${sharePoint},Basic Realm=""`]],
    ['beside other challenges on lines of their own', ['Negotiate', sharePoint, 'Basic realm="a"']],
    [
      'with spaces and other letters',
      [sharePoint.replace('trusted_issuers=', 'Trusted_Issuers = ')],
    ],
  ])('is found %s', (_what, challenges) => {
    expect(readServerTrust(challenges)?.issuers).toEqual(listed);
  });

  test.each([
    ['no challenge', []],
    ['no list', ['Bearer realm="x", authorization_uri="https://login.example/"']],
    ['a name inside of a quotation', ['Basic realm="trusted_issuers=\\"a\\""']],
    ['a longer name', ['Bearer xtrusted_issuers="a"']],
    ['an empty list', naming(' , ')],
    ['a list without quotation marks', ['Bearer trusted_issuers=a']],
    ['a list without end', ['Bearer trusted_issuers="a']],
    ['a quotation without end', ['Bearer trusted_issuers="a", realm="b']],
    ['a name that is none', naming('a,<b>')],
    ['a list in which one name is too long', naming(`a,${'b'.repeat(maxTrustedLength + 1)}`)],
    [
      'a list of too many',
      naming(
        Array(maxTrusted + 1)
          .fill('a')
          .join(),
      ),
    ],
    ['too many wildcards', naming('*a'.repeat(maxWildcards + 1))],
    ['a challenge that is too long', [sharePoint.padEnd(maxChallengeLength + 1)]],
    ['too many challenges', Array(maxChallenges + 1).fill(sharePoint)],
  ])('is not known from %s', (_what, challenges) => {
    expect(readServerTrust(challenges)).toBeNull();
  });

  test('is read up to the bounds', () => {
    expect(readServerTrust(naming(Array(maxTrusted).fill('a').join()))?.issuers).toHaveLength(64);
    expect(readServerTrust(naming('b'.repeat(maxTrustedLength)))).not.toBeNull();
    expect(readServerTrust([sharePoint.padEnd(maxChallengeLength)])).not.toBeNull();
    expect(readServerTrust(naming('*a'.repeat(maxWildcards)))).not.toBeNull();
  });
});

describe('a name fits', () => {
  test.each([
    ['https://sts.windows.net/a/', 'https://sts.windows.net/*/', true],
    ['https://sts.windows.net/a', 'https://sts.windows.net/*/', false],
    ['https://sts.windows.net.evil.example/a/', 'https://sts.windows.net/*/', false],
    ['D3776938-3DBA@x', 'd3776938-3dba@*', true],
    ['a', 'a', true],
    ['ab', 'a', false],
    ['aba', 'a*a', true],
    ['a', 'a*a', false],
    ['axbyc', 'a*b*c', true],
    ['acb', 'a*b*c', false],
    ['', '*', true],
  ])('%s, to %s: %s', (name, pattern, expected) => {
    expect(isNamed(name, [pattern])).toBe(expected);
  });
});

describe('what servers said is remembered', () => {
  test('by host, the newest', () => {
    const book = createTrustBook();
    book.note('a.example', naming('old'));
    book.note('a.example', naming('new'));
    book.note('a.example', ['Basic']);
    expect(book.of('a.example')?.issuers).toEqual(['new']);
    expect(book.of('b.example')).toBeNull();
  });

  test('of so many hosts, and the oldest is forgotten', () => {
    const book = createTrustBook();
    for (let number = 0; number <= maxTrustHosts; number++) book.note(`${number}`, naming('a'));
    expect(book.of('0')).toBeNull();
    expect(book.of('1')).not.toBeNull();
    expect(book.of(`${maxTrustHosts}`)).not.toBeNull();
  });
});
