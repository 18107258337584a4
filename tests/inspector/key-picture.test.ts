import { describe, expect, test } from 'vitest';
import { deniedKeys } from '../../src/core/index.ts';
import { buildPicture } from '../../src/inspector/keys/build-picture.ts';
import { filterPicture, isUnusual } from '../../src/inspector/keys/filter-picture.ts';
import type { KeyLine } from '../../src/inspector/keys/key-line.ts';
import {
  daysAgo,
  type ExportedKey,
  exportedKey,
  exportOf,
  pictureNowMs,
  sharedUrl,
} from '../support/pictures.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const linesOf = (...keys: readonly ExportedKey[]): readonly KeyLine[] =>
  buildPicture(exportOf({ [sharedUrl]: keys }), []).groups.flatMap(({ lines }) => lines);
const signsOf = (changes: Partial<ExportedKey>): readonly string[] =>
  linesOf(exportedKey('a-long-key-id', changes)).flatMap(({ signs }) =>
    signs.map(({ kind }) => kind),
  );
const elsewhere = 'https://login.microsoftonline.com/common/discovery/keys';

describe('what is told of a key', () => {
  test('nothing, when it is listed and nothing happened', () => {
    expect(signsOf({})).toEqual([]);
  });

  test.each<[string, Partial<ExportedKey>]>([
    ['retired', { absent_since: daysAgo(20), retired_since: daysAgo(18) }],
    ['absent', { absent_since: daysAgo(1) }],
    ['returned', { returned_at: daysAgo(3) }],
    ['new', { first_seen: daysAgo(0.5) }],
    ['swapped', { earlier: [{ thumbprint: 'other', owner: null, until: daysAgo(9) }] }],
    [
      'owner-changed',
      {
        earlier: [{ thumbprint: 'thumbprint of a-long-key-id', owner: 'x', until: daysAgo(9) }],
      },
    ],
    ['certificate-over', { certificate: { not_before: daysAgo(900), not_after: daysAgo(9) } }],
    ['denied', { thumbprint: deniedKeys[0]?.key.thumbprint ?? '' }],
  ])('%s', (kind, changes) => {
    expect(signsOf(changes)).toEqual([kind]);
  });

  test('a stolen key is known by its material, not by its name, also as an earlier one', () => {
    const stolen = deniedKeys[0]?.key;
    if (stolen === undefined) throw new Error('there is a stolen key');
    const named = linesOf(exportedKey(stolen.kid ?? ''));
    expect(named[0]?.signs).toEqual([]);
    const earlier = [{ thumbprint: stolen.thumbprint, owner: null, until: daysAgo(9) }];
    expect(signsOf({ earlier })).toEqual(['denied', 'swapped']);
  });

  test('brand new is nothing on the first days, when everything is', () => {
    const history = exportOf({ [sharedUrl]: [exportedKey('a', { first_seen: daysAgo(0.5) })] });
    const [document] = history.documents;
    if (document === undefined) throw new Error('the history has a document');
    const young = { ...history, documents: [{ ...document, first_answer: daysAgo(1) }] };
    expect(buildPicture(young, []).groups[0]?.lines[0]?.signs).toEqual([]);
  });

  test('two documents of one host that name other keys so disagree, and only for names', () => {
    const disagreeing = (kid: string) =>
      buildPicture(
        exportOf({
          [sharedUrl]: [exportedKey(kid)],
          [elsewhere]: [exportedKey(kid, { thumbprint: 'another' })],
        }),
        [],
      ).groups.flatMap(({ lines }) => lines.flatMap(({ signs }) => signs.map(({ kind }) => kind)));
    expect(disagreeing('a-long-key-id')).toEqual(['disagrees', 'disagrees']);
    expect(disagreeing('0')).toEqual([]);
  });

  test('one key that two documents give to owners who exclude each other is disputed', () => {
    const owner = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0';
    const picture = buildPicture(
      exportOf({
        [sharedUrl]: [exportedKey('a', { owner })],
        [elsewhere]: [exportedKey('a', { owner: null })],
      }),
      [],
    );
    expect(picture.groups[0]?.lines[0]?.signs.map(({ kind }) => kind)).toEqual(['disagrees']);
  });
});

describe('the picture of keys', () => {
  test('names issuers and owners that are known, and has the key listed first at the top', () => {
    const picture = buildPicture(
      exportOf({
        [sharedUrl]: [
          exportedKey('later', { first_seen: daysAgo(3), owner: 'https://unknown.example/' }),
          exportedKey('sooner'),
        ],
        'https://added.example/keys': [exportedKey('x')],
      }),
      [],
    );
    expect(picture.groups[0]?.issuerNames).toContain('Microsoft Entra ID');
    expect(picture.groups[1]?.issuerNames).toEqual([]);
    expect(
      picture.groups[0]?.lines.map(({ kid, ownerName, isOlder }) => [kid, ownerName, isOlder]),
    ).toEqual([
      ['sooner', 'Microsoft Entra ID', true],
      ['later', null, false],
    ]);
  });

  test('marks tokens at the key that signed them, of the document that it came from', () => {
    const key = { kid: 'a', thumbprint: 'thumbprint of a', owner: null, url: sharedUrl };
    const session = sessionDetailOf({ id: 's' }, { key, verdict: 'attention' });
    const picture = buildPicture(
      exportOf({
        [sharedUrl]: [exportedKey('a'), exportedKey('b')],
        [elsewhere]: [exportedKey('a')],
      }),
      [session],
    );
    expect(picture.groups.map(({ lines }) => lines.map(({ uses }) => uses.length))).toEqual([
      [1, 0],
      [0],
    ]);
    expect(picture.groups[0]?.lines[0]?.uses[0]).toMatchObject({
      verdict: 'attention',
      sessionId: 's',
    });
  });

  test('a check that found witnesses disagreeing marks the key', () => {
    const key = { kid: 'a', thumbprint: 'thumbprint of a', owner: null, url: sharedUrl };
    const outcomes = [
      { rule: 'key-witness-disagrees', outcome: 'fail', severity: 'danger', evidence: [] },
    ] as const;
    const picture = buildPicture(exportOf({ [sharedUrl]: [exportedKey('a')] }), [
      sessionDetailOf({}, { key, outcomes }),
    ]);
    expect(picture.groups[0]?.lines[0]?.signs.map(({ kind }) => kind)).toEqual(['disagrees']);
  });

  test('leaves out what has no times, and is not stopped by it', () => {
    const picture = buildPicture(
      exportOf({ [sharedUrl]: [exportedKey('a', { first_seen: 'never' }), exportedKey('b')] }),
      [],
    );
    expect(picture.groups[0]?.lines.map(({ kid }) => kid)).toEqual(['b']);
    expect(picture.nowMs).toBe(pictureNowMs);
  });

  test('is searched by name, thumbprint, earlier thumbprint, owner and address', () => {
    const earlier = [{ thumbprint: 'Before', owner: null, until: daysAgo(9) }];
    const picture = buildPicture(
      exportOf({
        [sharedUrl]: [exportedKey('Alpha', { earlier }), exportedKey('beta', { owner: null })],
      }),
      [],
    );
    const find = (query: string, isTellingOnly = false) =>
      filterPicture(picture, { query, isTellingOnly }).groups.flatMap(({ lines }) =>
        lines.map(({ kid }) => kid),
      );
    expect(find('ALPHA')).toEqual(['Alpha']);
    expect(find('before')).toEqual(['Alpha']);
    expect(find('{tenantid}')).toEqual(['Alpha']);
    expect(find('discovery').length).toBe(2);
    expect(find('.*')).toEqual([]);
    expect(find('', true)).toEqual(['Alpha']);
  });

  test('calls a rotation usual, and a change of what is published unusual', () => {
    const [usual] = linesOf(
      exportedKey('a', { absent_since: daysAgo(20), retired_since: daysAgo(18) }),
    );
    const [odd] = linesOf(exportedKey('a', { returned_at: daysAgo(1) }));
    expect([usual, odd].map((line) => line && isUnusual(line))).toEqual([false, true]);
  });
});
