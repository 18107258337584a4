// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { findHarm } from '../support/naughty.ts';
import {
  always,
  others,
  payloads,
  picks,
  poisonedSession,
  worst,
} from '../support/poisoned-views.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { show } = await import('../support/show-popup.tsx');
const { buildReportText, mailAddress } = await import('../../src/popup/report-text.ts');

/** Where the popup may lead. */
const links =
  /^(https:\/\/(mysignins\.microsoft\.com|provider\.example)\/|mailto:desk@contoso\.example\?|#why$|\/src\/)/;

/** What is on the page, without its texts: the same for every text that stands in it. */
const skeleton = (root: HTMLElement) =>
  [...root.querySelectorAll('*')].map((element) => [
    element.tagName,
    ...element.getAttributeNames().sort(),
  ]);

beforeEach(() => {
  render(null, document.body);
});

describe('a hostile text wherever the popup shows one', () => {
  test('there are many of them', () => {
    expect(payloads.length).toBeGreaterThan(500);
  });

  test.each(['danger', 'attention'] as const)('is a text and no more, in a %s', (verdict) => {
    const expected = skeleton(show(poisonedSession(always('plain'), verdict)));
    for (const text of worst) {
      const body = show(poisonedSession(always(text), verdict));
      expect(skeleton(body), JSON.stringify(text.slice(0, 80))).toEqual(expected);
    }
    for (const pick of picks()) {
      expect(findHarm(show(poisonedSession(pick, verdict)), links)).toEqual([]);
    }
  });

  test.each([
    ['danger', 'remove-session'],
    ['attention', 'accept'],
  ] as const)('is a text and no more, in the question of a %s', async (verdict, action) => {
    for (const text of worst) {
      render(null, document.body);
      const body = show(poisonedSession(always(text), verdict));
      body.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
      await Promise.resolve();
      await Promise.resolve();
      expect(body.querySelector('dialog'), action).not.toBeNull();
      expect(findHarm(body, links), JSON.stringify(text.slice(0, 80))).toEqual([]);
    }
  });

  test('is a text and no more, in every other state', () => {
    for (const pick of picks()) {
      for (const view of others(pick)) expect(findHarm(show(view), links)).toEqual([]);
    }
  });

  test('is a text and no more, in what is sent to the IT department', () => {
    for (const text of payloads) {
      const [session] = poisonedSession(always(text), 'danger').here;
      if (session === undefined) throw new Error('no session');
      const report = buildReportText(session);
      expect(report.body).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      expect(report.subject).not.toMatch(/\p{Cc}|\p{Cf}/u);
      const address = new URL(mailAddress('desk@contoso.example', report));
      expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
      expect(address.href.length).toBeLessThan(30_000);
    }
  });
});
