import browser from 'webextension-polyfill';
import { type BannerTexts, drawBanner, eraseBanner } from './draw-banner.ts';

export type { BannerTexts };

/** How often the banner comes back when the page takes it away or changes it; after that the toolbar is what is left. */
export const maxReturns = 20;

/**
 * Shows a banner on the page of a tab, above everything in it. Nothing happens when the same one is there or was hidden by the person.
 * That the tab has gone, or keeps extensions out, is no error.
 * @param about stands for what is told: another text makes a hidden banner come back
 */
export const showPageBanner = (tabId: number, about: string, texts: BannerTexts): Promise<void> =>
  inject(tabId, drawBanner, [about, texts, maxReturns]);

/** Takes the banner away, if there is one. */
export const removePageBanner = (tabId: number): Promise<void> => inject(tabId, eraseBanner, []);

async function inject<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => void,
  args: Args,
): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId }, func, args, injectImmediately: true })
    .catch(() => undefined);
}
