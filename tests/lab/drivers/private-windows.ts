/** Evaluated in Chromium's own page of extensions: turns on “Allow in Incognito”. An unpacked extension is started anew by it in the developer mode alone. */
export const allowInChromium = (id: string): string => `(async () => {
  const { updateProfileConfiguration, updateExtensionConfiguration } = chrome.developerPrivate;
  await new Promise((resolve) => updateProfileConfiguration({ inDeveloperMode: true }, resolve));
  await new Promise((resolve) => updateExtensionConfiguration({ extensionId: '${id}', incognitoAccess: true }, resolve));
})()`;

/** Evaluated in Firefox's window: what “Run in Private Windows” does on its page of extensions. */
export const allowInFirefox = (id: string): string => `(async () => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${id}');
  const given = { permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: [] };
  await ExtensionPermissions.add('${id}', given, extension);
  await (await AddonManager.getAddonByID('${id}')).reload();
  return true;
})()`;
