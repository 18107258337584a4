/**
 * The ways by which a session's token can reach the mail service, or be kept by its page, each with the id of the one token source that
 * watches it. A scenario takes one of them, and its token is seen nowhere else.
 */
const doorSources = {
  bearer: 'request-header',
  'dedicated-worker': 'request-header',
  'service-worker': 'request-header',
  frame: 'request-header',
  msauth: 'request-header',
  'msauth-2': 'request-header',
  dpop: 'request-header',
  'form-post': 'sign-in-post',
  'form-post-access-token': 'sign-in-post',
  'assertion-form': 'sign-in-post',
  'assertion-json': 'sign-in-post',
  fragment: 'address',
  query: 'address',
  'web-socket': 'address',
  'event-stream': 'address',
  'response-header': 'response-header',
  cookie: 'cookie',
  'cookie-partitioned': 'cookie',
  'local-storage': 'web-storage',
  'session-storage': 'web-storage',
  'okta-storage': 'web-storage',
  'frame-storage': 'web-storage',
} as const;

export type DoorId = keyof typeof doorSources;

/** Id of the token source that sees what passes a door, and of no other. */
export const sourceOf = (door: DoorId): string => doorSources[door];

/** Doors whose token the sign-in service hands out itself, without a client library, each with the way that it is asked for. */
export const signInAnswers = {
  'form-post': { to: '/owa/', type: 'code id_token', mode: 'form_post' },
  'form-post-access-token': { to: '/owa/', type: 'code token', mode: 'form_post' },
  fragment: { to: '/mail/', type: 'id_token', mode: 'fragment' },
  // Providers that keep to the standard put no token there, so the lab moves it.
  query: { to: '/owa/', type: 'id_token', mode: 'fragment' },
} as const satisfies Partial<Record<DoorId, object>>;

export type SignInAnswerDoor = keyof typeof signInAnswers;

export const isSignInAnswer = (door: DoorId): door is SignInAnswerDoor => door in signInAnswers;

/** Doors by which the browser itself writes the page's token to its disk: in its cookies, its storage or its history. */
export const keepsTokenOnDisk = (door: DoorId): boolean =>
  ['fragment', 'query'].includes(door) || ['cookie', 'web-storage'].includes(sourceOf(door));

/** What can be wrong with a proof of possession: made for another request, or with another key than the token is bound to. */
export type ProofForgery = 'other-request' | 'other-key';
