// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionDetail } from '../../src/protocol/session-schema.ts';
import { inspectionOf } from '../support/inspections.ts';
import { disguises, findHarm, naughtyTexts } from '../support/naughty.ts';
import { sessionDetailOf } from '../support/session-details.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');
const { hashOf } = await import('../../src/inspector/route.ts');

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};

async function open(session: SessionDetail): Promise<HTMLElement> {
  answer.mockResolvedValue({ sessions: [session] });
  location.hash = hashOf('sessions', { session: session.id });
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  return document.body;
}

beforeEach(() => render(null, document.body));

/** A token whose every field holds another one of these. */
function hostileToken(next: () => string): SessionDetail['tokens'][number] {
  const token = {
    ...{ alg: next(), enc: next(), kid: next(), typ: next(), iss: next(), aud: [next(), next()] },
    ...{ tenant: next(), account: next(), subject: next(), appId: next(), version: next() },
    ...{ issuedAtSeconds: Number.MAX_VALUE, expiresAtSeconds: -1e20 },
  };
  const inspection = inspectionOf({
    token,
    ...{ host: next(), source: next(), fingerprint: next(), notInspected: next() },
    key: { kid: next(), thumbprint: next(), owner: next(), url: next() },
    outcomes: [
      {
        ...{ rule: 'key-foreign', outcome: 'fail', severity: 'danger' },
        evidence: [{ name: 'detail', value: next() }],
      },
    ],
  });
  const place = { source: next(), host: next(), tabId: null, firstAtMs: 0, lastAtMs: 1e300 };
  return { inspection, places: [{ ...place, fingerprint: inspection.fingerprint }] };
}

const ownLinks = /^(#|\/src\/|https:\/\/(www\.rfc-editor|openid|learn\.microsoft))/;

describe('hostile text', () => {
  test.each(disguises)(
    'in every field at once is text, and nothing of it is invisible: %j',
    async (bad) => {
      const token = hostileToken(() => bad);
      const session = { providerName: bad, account: bad, tenant: bad, tokens: [token] };
      const body = await open(sessionDetailOf({ id: 'a', ...session }));
      expect(body.querySelectorAll('.claim').length).toBe(13);
      expect(findHarm(body, ownLinks)).toEqual([]);
    },
  );

  test('of published lists is text', async () => {
    expect(naughtyTexts.length).toBeGreaterThan(400);
    let at = 0;
    const next = () => naughtyTexts[at++ % naughtyTexts.length] ?? '';
    const tokens = Array.from({ length: 32 }, () => hostileToken(next));
    const body = await open(sessionDetailOf({ id: 'a', tokens }));
    expect(at).toBeGreaterThan(naughtyTexts.length);
    expect(body.querySelectorAll('.token').length).toBe(32);
    expect(findHarm(body, ownLinks)).toEqual([]);
  });
});
