/**
 * What headers show of a session that is bound to its device (Device Bound Session Credentials): `offered`: the server asks the browser
 * to bind it; `in-use`: the server expects the browser's proof for it, or the browser gives one; `ended`: the server ended it.
 */
export type BindingSign = 'offered' | 'in-use' | 'ended';

/**
 * Names of response headers, lower case. W3C draft https://w3c.github.io/webappsec-dbsc/, read 2026-11-25; `sec-session-…` are the names
 * of its first trial; `sec-session-google-…` are those of Google's own predecessor (Chromium
 * `chrome/browser/signin/bound_session_credentials/`, read 2026-11-25).
 */
const ofResponses: ReadonlyMap<string, BindingSign> = new Map([
  ['secure-session-registration', 'offered'],
  ['sec-session-registration', 'offered'],
  ['sec-session-google-registration', 'offered'],
  ['sec-session-google-registration-list', 'offered'],
  ['secure-session-challenge', 'in-use'],
  ['sec-session-challenge', 'in-use'],
  ['sec-session-google-challenge', 'in-use'],
  ['sec-session-google-termination', 'ended'],
]);

/** Names of request headers, lower case. Only those that page code cannot set (Fetch section 2.2.2: names that begin with `Sec-`). */
const ofRequests: ReadonlyMap<string, BindingSign> = new Map([
  ['sec-secure-session-id', 'in-use'],
  ['sec-session-id', 'in-use'],
  ['sec-session-response', 'in-use'],
  ['sec-session-google-response', 'in-use'],
]);

/** Every header that is looked for, lower case. */
export const bindingHeaders = {
  response: new Set(ofResponses.keys()) as ReadonlySet<string>,
  request: new Set(ofRequests.keys()) as ReadonlySet<string>,
} as const;

/** The sign that a header is, by its lower-case name; null: none. */
export function readBindingSign(
  kind: 'request' | 'response',
  lowerName: string,
): BindingSign | null {
  return (kind === 'response' ? ofResponses : ofRequests).get(lowerName) ?? null;
}

/** What was seen of a webmail's sessions so far. */
export type SessionBinding = 'none-seen' | BindingSign;

/** What is known after one more sign. An offer does not take back a proof: servers repeat it. */
export function addBindingSign(known: SessionBinding, sign: BindingSign): SessionBinding {
  return known === 'in-use' && sign === 'offered' ? known : sign;
}
