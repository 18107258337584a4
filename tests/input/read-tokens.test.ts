import { describe, expect, test } from 'vitest';
import { readInput, tokenNamed } from '../support/read-input.ts';

const [a, b, c] = [tokenNamed('a'), tokenNamed('b'), tokenNamed('c')];
const credentials = async (text: string) =>
  (await readInput(text)).uses.map(({ credential }) => credential);
const places = async (text: string) => (await readInput(text)).uses.map(({ place }) => place);

describe('a list', () => {
  test('has one token a line, with or without the words of a header', async () => {
    const list = `${a}\n\n  Bearer ${b} \r\nAuthorization: Bearer ${c}\nauthorization:bearer ${a}\n`;
    expect(await credentials(list)).toEqual([a, b, c, a]);
    expect(await places(list)).toEqual(['line 1', 'line 3', 'line 4', 'line 5']);
  });

  test('is answered line by line, also when a token stands twice', async () => {
    const { groups } = await readInput(`${a}\n${a}\n`);
    expect(groups.map(({ seen }) => seen)).toEqual([1, 1]);
  });

  test('may have comments, empty lines, and no line break at its end', async () => {
    expect(await credentials(`# of Monday\n${a}\n   \n#${b}\n${c}`)).toEqual([a, c]);
    expect(await credentials('')).toEqual([]);
    expect(await credentials(' \r\n\n')).toEqual([]);
  });

  test('may be of JSON objects with a token, and perhaps its host and time', async () => {
    const lines = [
      { id: 'first', token: a, iat: 5 },
      { token: b, host: 'Outlook.office.com', at: '2024-07-17T14:08:52+02:00' },
      { token: c, host: 'https://graph.microsoft.com/me', observed_at: '2024-07-17' },
    ].map((record) => JSON.stringify(record));
    const { uses } = await readInput(`${lines.join('\n')}\n`);
    expect(uses.map(({ credential, host, atMs }) => [credential, host, atMs])).toEqual([
      [a, null, null],
      [b, 'outlook.office.com', Date.parse('2024-07-17T12:08:52Z')],
      [c, 'graph.microsoft.com', Date.parse('2024-07-17T00:00:00Z')],
    ]);
  });

  test('of one JSON object is a list as well', async () => {
    const [use] = (await readInput(JSON.stringify({ token: a, host: 'mail.example' }))).uses;
    expect(use).toMatchObject({ credential: a, host: 'mail.example', place: 'line 1' });
  });

  test('tells of broken lines and goes on', async () => {
    const { uses, leftOut } = await readInput(`{"token":"${a}"}\n{broken\n{"token":"${b}"}\n`);
    expect(uses.map(({ credential }) => credential)).toEqual([a, b]);
    expect(leftOut).toEqual({ 'broken-line': 1 });
  });

  test('of MSAuth1.0 headers has all of their inner tokens', async () => {
    const line = `Authorization: MSAuth1.0 actortoken="Bearer ${a}", accesstoken="Bearer ${b}", type="PFAT"`;
    expect(await credentials(line)).toEqual([a, b]);
  });

  test('keeps what is no token: the core says what it is', async () => {
    expect(await credentials('EwA4Ab+/opaque==\nnonsense')).toEqual([
      'EwA4Ab+/opaque==',
      'nonsense',
    ]);
  });

  test('line ends, byte order marks and where the pieces break change nothing', async () => {
    for (const length of [1, 2, 7, 1000]) {
      const { uses } = await readInput(`${a}\r\n${b}\r\n`, length);
      expect(uses.map(({ credential }) => credential)).toEqual([a, b]);
    }
  });
});

describe('JSON', () => {
  test('that breaks off is read up to there, and said to be incomplete', async () => {
    const whole = JSON.stringify({ log: { entries: [{ idToken: a }, { idToken: b }] } });
    const { uses, leftOut } = await readInput(whole.slice(0, -30));
    expect(uses.map(({ credential }) => credential)).toEqual([a]);
    expect(leftOut).toEqual({ 'broken-file': 1 });
  });

  test.each(['{broken', '[1,]', '{"a" 1}', '{"a":1}}', '[1 2]', '{"a":tru}', '{,}', '{"a":1,}'])(
    '%s is not taken for tokens',
    async (text) => {
      const { uses, leftOut } = await readInput(text);
      expect(uses).toEqual([]);
      expect(leftOut).toEqual({ 'broken-file': 1 });
    },
  );

  test.each([
    '{}',
    '[]',
    ' {} ',
    '[[[[[[]]]]]]',
    `${'['.repeat(20)}${']'.repeat(20)}`,
    '{"a":-1e3}',
  ])('nothing is found in %s', async (text) => {
    expect(await readInput(text)).toEqual({ groups: [], uses: [], leftOut: {}, clockErrorsMs: [] });
  });

  test('gives the same for every way in which it is cut into pieces', async () => {
    const text = JSON.stringify(
      {
        log: {
          entries: [
            { idToken: a, x: '\\"]}' },
            { 'id\\"Token': 'é😀', idToken: b },
          ],
        },
      },
      null,
      1,
    );
    for (const length of [1, 3, 10, 64]) {
      const { uses, leftOut } = await readInput(text, length);
      expect(uses.map(({ credential }) => credential)).toEqual([a, b]);
      expect(leftOut).toEqual({});
    }
  });
});
