/**
 * Families of credentials that have no readable form, told by their shape alone. Their servers look them up or open them with
 * a secret; nobody else can check anything about them.
 */
export type OpaqueFamily =
  | 'opaque'
  | 'opaque-microsoft-ticket'
  | 'opaque-encrypted-cache'
  | 'opaque-google'
  | 'opaque-google-cookie-hash'
  | 'opaque-zoho'
  | 'opaque-fastmail'
  | 'opaque-yandex'
  | 'opaque-zimbra';

const families: readonly (readonly [OpaqueFamily, RegExp])[] = [
  // Compact tickets of private Microsoft accounts, alone or in an MSAuth1.0 header; seen in public code.
  ['opaque-microsoft-ticket', /^(?:MSAuth1\.0\s+usertoken=")?Ew[A-Za-z0-9+/]/],
  // Entries of MSAL.js 4 and later in local storage: lib/msal-browser/src/cache/LocalStorage.ts, read 2026-11-25.
  ['opaque-encrypted-cache', /^\{"id":"[^"]{1,64}","nonce":"[^"]{1,64}","data":"/],
  ['opaque-google', /^ya29\./],
  // SHA-1 of a cookie, the time and the page's origin: yt-dlp/yt-dlp yt_dlp/extractor/youtube/_base.py, read 2026-11-25
  ['opaque-google-cookie-hash', /^SAPISID(?:1P|3P)?HASH(?: \d+_[0-9a-f]{40}|$)/],
  // https://www.zoho.com/accounts/protocol/oauth/use-access-token.html, read 2026-11-24
  ['opaque-zoho', /^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/],
  ['opaque-fastmail', /^fm[a-z]1-/],
  // Not documented; seen in public code.
  ['opaque-yandex', /^y\d__?[A-Za-z0-9_-]{30,}$/],
  ['opaque-zimbra', /^\d+_[0-9a-f]{40,64}_[0-9a-f]/],
];

/** The family of a credential that is no token; `opaque` for a shape that nobody knows. Looks at its beginning only. */
export function nameOpaque(text: string): OpaqueFamily {
  const start = text.slice(0, 160);
  return families.find(([, shape]) => shape.test(start))?.[0] ?? 'opaque';
}
