import { readMessage } from '../../platform/i18n.ts';
import { type BannerTexts, removePageBanner, showPageBanner } from '../../platform/page-banner.ts';

/**
 * The banner on the page of a forged session. A page can imitate it, so it asks for nothing but what no page can lead astray: to open
 * Countersign from the browser's toolbar, or from the banner itself, which opens the same page of the extension.
 */
export const buildBannerTexts = (providerName: string): BannerTexts => ({
  title: readMessage('banner_danger_title', [providerName]),
  message: readMessage('banner_danger_message'),
  open: readMessage('banner_open'),
  hide: readMessage('banner_hide'),
  language: readMessage('language_code'),
  direction: readMessage('language_direction') === 'rtl' ? 'rtl' : 'ltr',
});

/** Shows it; `about` stands for what is told, so that another finding brings a hidden banner back. */
export const showBanner = (tabId: number, about: string, providerName: string): Promise<void> =>
  showPageBanner(tabId, about, buildBannerTexts(providerName));

export const hideBanner = removePageBanner;
