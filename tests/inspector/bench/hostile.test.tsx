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

describe('hostile text', () => {
  const links =
    /^(?:#|https:\/\/(?:www\.rfc-editor\.org|openid\.net|learn\.microsoft\.com|developers\.google\.com)\/)/;

  test('in every claim, header member, host and name is inert', async () => {
    for (let at = 0; at < naughtyTexts.length; at += 60) {
      const some = naughtyTexts.slice(at, at + 60);
      const claims = Object.fromEntries(some.map((one, index) => [`${index}${one}`, one]));
      const [odd = ''] = some;
      const token = assembleToken(
        JSON.stringify({ alg: odd, kid: odd, typ: odd, [odd]: odd }),
        JSON.stringify({ ...entraClaims({ upn: odd, aud: odd }), ...claims }),
      );
      const har = JSON.parse(harOf([token]));
      har.log.entries[0].request.headers.push({ name: 'Cookie', value: `id_token=${token}` });
      await drop(new File([JSON.stringify(har)], `${odd.replaceAll('/', '')}.har`));
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
