import { describe, expect, test } from 'vitest';
import { readInput, tokenNamed } from '../support/read-input.ts';

const [access, id] = [tokenNamed('access'), tokenNamed('id')];

/** An export of SAML-tracer 1.0 and later: headers with names, parameters as lists of name and value. */
const request = (changes: object = {}) => ({
  method: 'POST',
  url: 'https://outlook.office.com/owa/',
  requestId: 'request-1-POST-abc',
  requestHeaders: [{ name: 'Authorization', value: `Bearer ${access}` }],
  responseStatus: 200,
  responseStatusText: 'HTTP/1.1 200 OK',
  responseHeaders: [{ name: 'Date', value: 'Wed, 17 Jul 2024 14:08:52 GMT' }],
  ...changes,
});
const trace = (requests: readonly object[]) =>
  JSON.stringify({ requests, timestamp: '2024-07-17T15:00:00.000Z' }, null, 2);

describe('a SAML-tracer export', () => {
  test('gives tokens of headers and of posted forms, at the time of the server', async () => {
    const post = [
      ['code', 'c1'],
      ['id_token', id],
      ['SAMLResponse', 'PHNhbWw+'],
    ];
    const { uses } = await readInput(trace([request({ post, saml: '<saml/>' })]));
    expect(uses.map(({ credential, context }) => [credential, context.presentedAs])).toEqual([
      [access, 'bearer'],
      [id, 'id-token'],
    ]);
    expect(uses[0]).toMatchObject({
      host: 'outlook.office.com',
      atMs: Date.parse('2024-07-17T14:08:52Z'),
      mayBeOlder: false,
      place: '.requests[0].requestHeaders[0]',
      context: { answer: 'accepted', method: 'POST' },
    });
    expect(uses[1]?.context.code).toBe('c1');
  });

  test('without the server’s time was made before it was exported, nobody knows when', async () => {
    const { uses } = await readInput(trace([request({ responseHeaders: [] })]));
    expect(uses[0]).toMatchObject({ atMs: Date.parse('2024-07-17T15:00:00Z'), mayBeOlder: true });
  });

  test('of before version 1.0 has headers without names', async () => {
    const old = {
      method: 'GET',
      url: `https://outlook.office.com/?id_token=${id}`,
      id: 7,
      requestHeaders: [['authorization', `Bearer ${access}`]],
      responseHeaders: [['date', 'Wed, 17 Jul 2024 14:08:52 GMT']],
      get: [['id_token', id]],
    };
    const { uses } = await readInput(trace([old]));
    expect(uses.map(({ credential }) => credential)).toEqual([access, id]);
    expect(uses[0]?.atMs).toBe(Date.parse('2024-07-17T14:08:52Z'));
  });

  test('with masked values says that they were taken out', async () => {
    const post = [
      ['id_token', '{hash:b94d27b9934d3e08a52e52d7da7dabfac484efe3}'],
      ['access_token', '{obf:alternative_0}'],
      ['code', '{hash:aaaa}'],
    ];
    const headers = [
      { name: 'Cookie', value: 'id_token={obf:alternative_3}; other={overwritten}' },
    ];
    const { uses } = await readInput(trace([request({ post, requestHeaders: headers })]));
    expect(uses.map(({ withheld }) => withheld)).toEqual(['masked', 'masked', 'masked']);
    expect(uses.every(({ context }) => context.code === null)).toBe(true);
    expect(uses.every(({ context }) => context.accessToken === null)).toBe(true);
  });

  test('may have wrong types anywhere', async () => {
    const odd = {
      url: 'https://x.example',
      requestHeaders: [1, null, [], ['a']],
      post: 'x',
      get: [[1, 2]],
    };
    expect(await readInput(trace([odd, request()]))).toMatchObject({
      uses: [{ credential: access }],
      leftOut: {},
    });
  });
});
