import { describe, expect, test } from 'vitest';
import { readInput, tokenNamed } from '../support/read-input.ts';

const [access, id, other] = [tokenNamed('access'), tokenNamed('id'), tokenNamed('other')];
const bearer = (token: string) => ({ name: 'Authorization', value: `Bearer ${token}` });

interface Parts {
  readonly request?: object;
  readonly response?: object;
  readonly entry?: object;
}

const entry = ({ request, response, entry: more }: Parts = {}) => ({
  startedDateTime: '2024-07-17T14:08:52.123Z',
  request: { method: 'GET', url: 'https://outlook.office.com/owa/service.svc?a=1', ...request },
  response: { status: 200, headers: [], ...response },
  ...more,
});
const har = (entries: readonly object[], more: object = {}) =>
  JSON.stringify({ log: { version: '1.2', creator: {}, ...more, entries } });
const usesOf = async (parts: Parts, more: object = {}) =>
  (await readInput(har([entry(parts)], more))).uses;

describe('a HAR file', () => {
  test('gives a token with its host, its time, its page and what the server said', async () => {
    const request = {
      headers: [bearer(access), { name: 'Referer', value: 'https://outlook.office.com/mail/' }],
    };
    expect(await usesOf({ request })).toEqual([
      {
        credential: access,
        host: 'outlook.office.com',
        documentHost: 'outlook.office.com',
        page: null,
        atMs: Date.parse('2024-07-17T14:08:52.123Z'),
        mayBeOlder: false,
        place: '.log.entries[0].request.headers[0]',
        withheld: null,
        context: {
          presentedAs: 'bearer',
          method: 'GET',
          url: 'https://outlook.office.com/owa/service.svc?a=1',
          sentAtMs: Date.parse('2024-07-17T14:08:52.123Z'),
          proofs: [],
          deviceBinding: null,
          serverTrust: null,
          code: null,
          accessToken: null,
          answer: 'accepted',
        },
      },
    ]);
  });

  test.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [401, 'refused'],
    [403, 'refused'],
    [302, null],
    [404, null],
    [500, null],
    [0, null],
  ])('status %s of a request with a header means %s', async (status, answer) => {
    const [use] = await usesOf({ request: { headers: [bearer(access)] }, response: { status } });
    expect(use?.context.answer).toBe(answer);
  });

  test('knows the page by Referer, Origin, or the page that it belongs to, even when that stands last', async () => {
    const request = { headers: [bearer(access)] };
    const withHeader = (name: string, value: string) => ({
      headers: [bearer(access), { name, value }],
    });
    const pages = [{ id: 'page_1', title: 'https://outlook.live.com/mail/0/' }];
    const ofPage = { request, entry: { pageref: 'page_1' } };
    const text = JSON.stringify({ log: { entries: [entry(ofPage)], pages } });
    const hosts = [
      (await usesOf({ request: withHeader('referer', 'https://a.example/x') }))[0],
      (await usesOf({ request: withHeader('Origin', 'https://b.example') }))[0],
      (await usesOf({ request: withHeader('Origin', 'null') }))[0],
      (await usesOf(ofPage, { pages }))[0],
      (await readInput(text)).uses[0],
    ].map((use) => use?.documentHost);
    expect(hosts).toEqual(['a.example', 'b.example', null, 'outlook.live.com', 'outlook.live.com']);
  });

  test('gives DPoP tokens with the proofs beside them', async () => {
    const headers = [
      { name: 'authorization', value: `DPoP ${access}` },
      { name: 'DPoP', value: ` ${other} ` },
    ];
    const uses = await usesOf({ request: { method: 'POST', headers } });
    expect(uses).toHaveLength(1);
    expect(uses[0]?.context).toMatchObject({
      presentedAs: 'dpop',
      method: 'POST',
      proofs: [other],
    });
  });

  test('has tokens in cookies, written once or twice', async () => {
    const request = {
      headers: [{ name: 'Cookie', value: `a=b; OpenIdConnect.id_token.v1=${id}; session=%7Bx` }],
      cookies: [{ name: 'OpenIdConnect.id_token.v1', value: id }],
    };
    const response = {
      headers: [{ name: 'Set-Cookie', value: `t="${other}"; Path=/; HttpOnly\nu=1` }],
    };
    const uses = await usesOf({ request, response });
    expect(uses.map(({ credential, context }) => [credential, context.presentedAs])).toEqual([
      [id, 'cookie'],
      [other, 'cookie'],
    ]);
  });

  test('has tokens in queries and fragments', async () => {
    const url = `https://outlook.office.com/x?access_token=${access}#id_token=${id}&code=abc`;
    const queryString = [{ name: 'access_token', value: access }];
    const uses = await usesOf({ request: { url, queryString, headers: [] } });
    expect(uses.map(({ credential, context }) => [credential, context.presentedAs])).toEqual([
      [access, 'parameter'],
      [id, 'id-token'],
    ]);
    expect(uses[1]?.context).toMatchObject({ code: 'abc', accessToken: null });
  });

  test('gives a token with its proof, and with the browser’s answer for a bound session', async () => {
    const headers = [
      { name: 'Authorization', value: `DPoP ${access}` },
      { name: 'DPoP', value: 'a.proof.x' },
      { name: 'Secure-Session-Response', value: '"an.answer.x"' },
    ];
    const [use] = await usesOf({ request: { headers } });
    expect(use?.context).toMatchObject({
      presentedAs: 'dpop',
      proofs: ['a.proof.x'],
      deviceBinding: { responses: ['"an.answer.x"'], isNamed: false },
    });
  });

  test('has tokens where an answer sends the browser', async () => {
    const location = `https://outlook.office.com/mail/oauthRedirect.html#code=c1&id_token=${id}`;
    const response = { status: 302, headers: [{ name: 'Location', value: location }] };
    const request = { url: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize' };
    const [use] = await usesOf({ request, response });
    expect(use).toMatchObject({ credential: id, host: 'outlook.office.com' });
    expect(use?.context).toMatchObject({ presentedAs: 'id-token', code: 'c1', url: null });
    const [redirected] = await usesOf({ request, response: { redirectURL: location } });
    expect(redirected?.credential).toBe(id);
  });

  test('has the tokens of a posted sign-in, with the code and the access token beside them', async () => {
    const text = new URLSearchParams({
      code: 'c1',
      id_token: id,
      state: other,
      access_token: access,
    });
    const mimeType = 'application/x-www-form-urlencoded';
    const params = [...text].map(([name, value]) => ({ name, value }));
    for (const postData of [
      { mimeType, params },
      { mimeType, text: String(text) },
      { mimeType, params, text: String(text) },
    ]) {
      const uses = await usesOf({ request: { method: 'POST', postData } });
      expect(uses.map(({ credential }) => credential)).toEqual([id, access]);
      expect(uses[0]?.context).toMatchObject({
        presentedAs: 'id-token',
        code: 'c1',
        accessToken: access,
      });
    }
  });

  test('has tokens in JSON, plain and in base64, and in forms of several parts', async () => {
    const answer = JSON.stringify({ access_token: access, id_token: id, refresh_token: other });
    const contents = [
      { mimeType: 'application/json; charset=utf-8', text: answer },
      { mimeType: 'application/json', encoding: 'base64', text: btoa(answer) },
    ];
    for (const content of contents) {
      const { uses, leftOut } = await readInput(har([entry({ response: { content } })]));
      expect(uses.map(({ credential }) => credential)).toEqual([access, id]);
      expect(uses[1]?.context).toMatchObject({ presentedAs: 'id-token', accessToken: access });
      expect(leftOut).toEqual({ 'refresh-token': 1 });
    }
    const part = `--x\r\nContent-Disposition: form-data; name="id_token"\r\n\r\n${id}\r\n--x--`;
    const postData = { mimeType: 'multipart/form-data; boundary=x', text: part };
    expect((await usesOf({ request: { postData } }))[0]?.credential).toBe(id);
  });

  test('has tokens of other headers, of inner members and of sockets', async () => {
    const request = {
      headers: [{ name: 'X-MS-TOKEN-AAD-ACCESS-TOKEN', value: access }],
      postData: { mimeType: 'text/plain', text: JSON.stringify({ a: [{ AccessToken: other }] }) },
    };
    const _webSocketMessages = [{ type: 'send', data: `5:1::{"Authorization":"Bearer ${id}"}` }];
    const uses = await usesOf({ request, entry: { _webSocketMessages } });
    expect(uses.map(({ credential }) => credential)).toEqual([access, other, id]);
  });

  test('leaves pages, scripts and pictures alone: documentation shows sample tokens', async () => {
    for (const mimeType of ['text/html', 'application/javascript', 'image/png']) {
      const content = { mimeType, text: `{"id_token":"${id}"} ${id}` };
      expect(await usesOf({ response: { content } })).toEqual([]);
    }
  });

  test('leaves out refresh tokens and what a client or a device signs about itself, and counts them', async () => {
    const request = {
      headers: [
        { name: 'x-ms-RefreshTokenCredential', value: other },
        { name: 'x-ms-DeviceCredential', value: other },
        { name: 'Cookie', value: `x-ms-RefreshTokenCredential1=${other}` },
      ],
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        text: `client_assertion=${other}&refresh_token=0.AXoA-opaque-text-of-some-length`,
      },
    };
    expect(await readInput(har([entry({ request })]))).toMatchObject({
      uses: [],
      leftOut: { 'refresh-token': 3, 'own-proof': 2 },
    });
  });

  test('does not judge what somebody took out', async () => {
    const [header = '', claims = ''] = id.split('.');
    const masked = ['[id_token redacted]', `${header}.${claims}.redacted`, 'REDACTED', '***'];
    for (const value of masked) {
      const [use] = await usesOf({ request: { headers: [bearer(value)] } });
      expect(use?.withheld).toBe('masked');
    }
    const proof = { name: 'DPoP', value: `${header}.${claims}.redacted` };
    const headers = [{ name: 'Authorization', value: `DPoP ${access}` }, proof];
    // Without its proof nobody can say that it was sent without one.
    expect((await usesOf({ request: { headers } }))[0]?.context).toMatchObject({
      presentedAs: 'unknown',
      proofs: [],
    });
    const text = `id_token=${id}&code=${encodeURIComponent('[code redacted]')}`;
    const postData = { mimeType: 'application/x-www-form-urlencoded', text };
    const [posted] = await usesOf({ request: { postData } });
    expect(posted).toMatchObject({ withheld: null, context: { code: null } });
  });

  test('names a token once for each host, however often it was sent', async () => {
    const at = (minute: number, status = 200, url = 'https://outlook.office.com/a') =>
      entry({
        request: { url, headers: [bearer(access)] },
        response: { status },
        entry: { startedDateTime: `2024-07-17T14:${minute}:00Z` },
      });
    const entries = [
      at(10),
      at(12),
      at(11),
      at(13, 401),
      at(20, 200, 'https://graph.microsoft.com/'),
    ];
    const { groups } = await readInput(har(entries));
    expect(groups.map(({ seen, all }) => [seen, all])).toEqual([
      [4, 2],
      [1, 2],
    ]);
    // The earliest and the latest of those that are alike, and the refused one.
    expect(groups[0]?.uses.map(({ atMs }) => new Date(atMs ?? 0).getUTCMinutes())).toEqual([
      10, 12, 13,
    ]);
  });

  test('keeps every use with a proof of its own apart', async () => {
    const use = (proof: string) =>
      entry({
        request: {
          headers: [
            { name: 'Authorization', value: `DPoP ${access}` },
            { name: 'DPoP', value: proof },
          ],
        },
      });
    const { groups } = await readInput(har([use(id), use(other), use(id)]));
    expect(groups[0]?.seen).toBe(3);
    expect(groups[0]?.uses.map(({ context }) => context.proofs)).toEqual([[id], [other]]);
  });

  test('of a computer with a wrong clock is judged by the servers’ time, and says so', async () => {
    const at = (minute: number, date: string, more: readonly object[] = []) =>
      entry({
        request: { headers: [bearer(tokenNamed(`${minute}`))] },
        response: { status: 200, headers: [{ name: 'Date', value: date }, ...more] },
        entry: { startedDateTime: `2024-07-17T14:${minute}:00Z` },
      });
    const entries = [10, 11, 12].map((minute) =>
      at(minute, `Wed, 17 Jul 2024 14:${minute + 20}:01 GMT`),
    );
    const { uses, clockErrorsMs } = await readInput(har(entries));
    expect(uses[0]?.atMs).toBe(Date.parse('2024-07-17T14:30:01Z'));
    expect(clockErrorsMs).toEqual([20 * 60_000 + 1000]);
    // An answer out of a cache is older than the request, and two are too few to tell.
    const cached = [10, 11, 12].map((minute) =>
      at(minute, 'Wed, 17 Jul 2024 10:00:00 GMT', [{ name: 'Age', value: '15000' }]),
    );
    expect((await readInput(har(cached))).clockErrorsMs).toEqual([]);
    expect((await readInput(har(entries.slice(1)))).clockErrorsMs).toEqual([]);
  });

  test('may be wrapped, or have wrong types anywhere', async () => {
    const request = { headers: [bearer(access)] };
    const wrapped = JSON.stringify({ har: { log: { entries: [entry({ request })] } } });
    expect((await readInput(wrapped)).uses).toHaveLength(1);
    const odd = {
      startedDateTime: 5,
      pageref: {},
      request: {
        method: 1,
        url: 'https://x.example',
        headers: 'x',
        cookies: [null, 1],
        postData: [],
      },
      response: { status: '200', headers: [{ name: 1, value: 2 }], content: 'x', redirectURL: 7 },
      _webSocketMessages: [null],
    };
    expect(await readInput(har([odd, entry({ request })]))).toMatchObject({
      uses: [{ credential: access }],
      leftOut: {},
    });
  });
});
