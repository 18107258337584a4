import browser from 'webextension-polyfill';

/** Whether the person, or a policy, lets the extension see private windows. Browsers start the extension anew when that changes. */
export const seesPrivateWindows = (): Promise<boolean> =>
  browser.extension.isAllowedIncognitoAccess();
