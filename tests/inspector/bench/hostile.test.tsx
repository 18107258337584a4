// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answersOf, click, drop, openLines, route, until } from '../../support/bench-page.ts';
import { harOf } from '../../support/bench-runs.ts';
import { InlineWorker } from '../../support/inline-worker.ts';
import { findHarm, naughtyTexts } from '../../support/naughty.ts';
import { assembleToken, entraClaims } from '../../support/tokens.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  Object.assign(polyfill.default.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  return { default: polyfill.default };
});
const { Bench } = await import('../../../src/inspector/bench/bench.tsx');

beforeEach(async () => {
  vi.stubGlobal('Worker', InlineWorker);
  answer.mockImplementation(answersOf([], []));
  await act(() => render(<Bench route={route} />, document.body));
});
afterEach(async () => {
  await act(() => render(null, document.body));
  vi.unstubAllGlobals();
});

const links =
  /^(?:#|https:\/\/(?:www\.rfc-editor\.org|openid\.net|learn\.microsoft\.com|developers\.google\.com)\/)/;

const pair = (name: string, value: string) => ({ name, value });
const tokenOf = (odd: string, some: readonly string[]) =>
  assembleToken(
    JSON.stringify({ alg: odd, kid: odd, typ: odd, [odd]: odd }),
    JSON.stringify({
      ...entraClaims({ upn: odd, aud: odd }),
      ...Object.fromEntries(some.map((one, index) => [`${index}${one}`, one])),
    }),
  );

/** A text in every field of each kind of file. */
const files: Readonly<Record<string, (odd: string, some: readonly string[]) => string>> = {
  'a HAR file': (odd, some) => {
    const token = tokenOf(odd, some);
    const har = JSON.parse(harOf([token]));
    Object.assign(har.log, {
      [odd]: odd,
      creator: { name: odd },
      pages: [{ id: odd, title: odd }],
    });
    const [entry] = har.log.entries;
    Object.assign(entry, { pageref: odd, [odd]: odd });
    entry.request.headers.push(
      pair('Cookie', `${odd}=${odd}; id_token=${token}`),
      pair('Referer', odd),
      pair('Origin', odd),
      pair(odd, odd),
    );
    entry.request.queryString = [pair(odd, token)];
    entry.request.postData = { mimeType: odd, text: odd, params: [pair(odd, odd)] };
    entry.response.content = {
      mimeType: 'application/json',
      text: JSON.stringify({ [odd]: token }),
    };
    return JSON.stringify(har);
  },
  'a SAML-tracer export': (odd, some) =>
    JSON.stringify({
      timestamp: odd,
      requests: [
        {
          url: 'https://outlook.office.com/',
          method: odd,
          requestHeaders: [pair('Authorization', `Bearer ${tokenOf(odd, some)}`), pair(odd, odd)],
          responseHeaders: [pair(odd, odd)],
          post: [[odd, odd]],
        },
      ],
    }),
  'an MSAL cache': (odd, some) =>
    JSON.stringify({
      AccessToken: {
        [odd]: {
          credential_type: 'AccessToken',
          secret: tokenOf(odd, some),
          home_account_id: odd,
          environment: odd,
          target: odd,
        },
        [`msal.${odd}`]: { id: odd, nonce: odd, data: odd },
      },
    }),
  'saved evidence': (odd, some) =>
    JSON.stringify({
      format: 'countersign-evidence',
      version: 1,
      session: { provider: odd, webmail: odd, account: odd },
      tokens: [
        {
          fingerprint: 'A'.repeat(43),
          verdict: 'danger',
          source: odd,
          host: odd,
          seen: '2026-11-24T12:00:00.000Z',
          issuer: odd,
          not_inspected: odd,
          token: Object.fromEntries(
            ['alg', 'kid', 'typ', 'iss', 'tenant', 'account', 'subject', 'app_id', 'version']
              .map((name): [string, unknown] => [name, odd])
              .concat([
                ['aud', some],
                ['issued_at_seconds', 1e300],
              ]),
          ),
          key: { kid: odd, thumbprint: odd, owner: odd, document: odd },
          outcomes: [
            {
              rule: 'key-foreign',
              outcome: 'fail',
              severity: 'danger',
              evidence: some.map((value) => ({ name: 'detail', value })),
            },
            { rule: odd, outcome: 'fail', severity: odd, evidence: odd },
            { rule: 'key-denied', outcome: 'unknown', reason: odd },
          ],
        },
      ],
    }),
};

describe.each(Object.entries(files))('hostile text in every field of %s', (_, write) => {
  test('is inert', async () => {
    for (let at = 0; at < naughtyTexts.length; at += 60) {
      const some = naughtyTexts.slice(at, at + 60);
      const [odd = ''] = some;
      await drop(new File([write(odd, some)], `${odd.replaceAll('/', '')}.json`));
      await until('.bench-totals');
      await openLines();
      await until('.token-body');
      const shown = document.body.cloneNode(true);
      if (!(shown instanceof HTMLElement)) throw new Error('no page');
      expect(findHarm(shown, links).map((one) => one.slice(0, 200))).toEqual([]);
      await click('.bench-head button');
    }
  });
});
