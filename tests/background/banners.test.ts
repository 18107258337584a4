import { describe, expect, test } from 'vitest';
import { createBanners, maxBanners } from '../../src/background/banners.ts';
import type { PopupView } from '../../src/protocol/views.ts';
import { forgedSession, popupViewOf, sessionViewOf, viewOfSession } from '../support/views.ts';

function setUp(memory = new Map<string, unknown>()) {
  const steps: string[] = [];
  const abouts: string[] = [];
  const choice = { isOn: true };
  const banners = createBanners({
    storage: {
      load: async (name) => memory.get(name),
      save: async (name, value) => void memory.set(name, structuredClone(value)),
    },
    ready: Promise.resolve(),
    isOn: () => choice.isOn,
    show: async (tabId, about, providerName) => {
      steps.push(`show ${providerName} in ${tabId}`);
      abouts.push(about);
    },
    hide: async (tabId) => void steps.push(`hide in ${tabId}`),
    logProblem: (code) => steps.push(code),
  });
  return { banners, steps, abouts, choice, memory };
}

const forged = viewOfSession(forgedSession);
const genuine = viewOfSession(sessionViewOf());

describe('a banner', () => {
  test('is shown once for a danger, and taken away when there is none any more', async () => {
    const { banners, steps } = setUp();
    await banners.showTab(1, genuine);
    await banners.showTab(1, forged);
    await banners.showTab(1, forged);
    await banners.showTab(1, genuine);
    await banners.showTab(1, genuine);
    expect(steps).toEqual(['show Outlook in 1', 'hide in 1']);
  });

  test('is known after the background was stopped', async () => {
    const first = setUp();
    await first.banners.showTab(1, forged);
    const second = setUp(first.memory);
    await second.banners.showTab(1, forged);
    await second.banners.showTab(1, genuine);
    expect(second.steps).toEqual(['hide in 1']);
  });

  test('is shown again on the next page', async () => {
    const { banners, steps } = setUp();
    await banners.showTab(1, forged);
    await banners.forget(1);
    await banners.showTab(1, forged);
    expect(steps).toEqual(['show Outlook in 1', 'show Outlook in 1']);
  });

  test('is about what was found: something else comes as another one, and nobody is named', async () => {
    const { banners, abouts } = setUp();
    await banners.showTab(1, forged);
    await banners.showTab(1, viewOfSession({ ...forgedSession, id: 'another' }));
    expect(new Set(abouts).size).toBe(2);
    for (const about of abouts) expect(about).toMatch(/^[\w-]{43}$/);
  });

  test('goes when it is turned off', async () => {
    const { banners, steps, choice } = setUp();
    await banners.showTab(1, forged);
    choice.isOn = false;
    await banners.showTab(1, forged);
    expect(steps).toEqual(['show Outlook in 1', 'hide in 1']);
  });

  const others: PopupView[] = [
    popupViewOf(),
    viewOfSession(sessionViewOf({ verdict: 'attention' }, { verdict: 'attention' })),
    { ...forged, state: 'site-closed' },
    { ...forged, here: [], elsewhere: [forgedSession] },
  ];
  test.each(others)('is for a danger of this page alone, not for %#', async (view) => {
    const { banners, steps } = setUp();
    await banners.showTab(1, view);
    expect(steps).toEqual([]);
  });

  test('is remembered for as many tabs as the bound says, and damaged memory counts as none', async () => {
    const { banners, memory } = setUp(new Map([['banners', 'broken']]));
    for (let tabId = 0; tabId <= maxBanners; tabId++) await banners.showTab(tabId, forged);
    expect(memory.get('banners')).toHaveLength(maxBanners);
  });
});
