/**
 * The ways by which a session's token can reach the mail service, or be kept by its page. A scenario takes one of them, and its token
 * is seen nowhere else.
 */
export const doorIds = [
  'bearer',
  'dedicated-worker',
  'service-worker',
  'frame',
  'msauth',
  'dpop',
  'form-post',
  'fragment',
  'web-socket',
  'event-stream',
  'response-header',
  'cookie',
  'cookie-partitioned',
  'local-storage',
  'session-storage',
] as const;

export type DoorId = (typeof doorIds)[number];

/** Doors whose token is an ID token that the sign-in service hands out itself, without a client library. */
export const isSignInAnswer = (door: DoorId): boolean =>
  door === 'form-post' || door === 'fragment';

/** Doors by which the browser itself writes the page's token to its disk: in its cookies, its storage or its history. */
export const keepsTokenOnDisk = (door: DoorId): boolean =>
  ['fragment', 'cookie', 'cookie-partitioned', 'local-storage', 'session-storage'].includes(door);

/** What can be wrong with a proof of possession: made for another request, or with another key than the token is bound to. */
export type ProofForgery = 'other-request' | 'other-key';
