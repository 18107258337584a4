import { noContext, type Sighting, type UseContext } from '../../core/index.ts';
import { patternsOf } from '../../platform/host-patterns.ts';
import { type ObservedBody, observeBodies } from '../../platform/request-bodies.ts';
import { hostOf } from '../../platform/tabs.ts';
import type { Source } from './source.ts';

/** Members of token requests that carry a token: RFC 7521 section 4.1 and RFC 8693 section 2.1. */
const assertionNames = ['assertion', 'subject_token', 'actor_token', 'id_token_hint'];

/**
 * Tokens in what pages post: sign-in answers by `form_post` (OAuth 2.0 Form Post Response Mode, section 2: `id_token`, `code`,
 * `access_token`), and token requests that carry assertions.
 */
export const signInPost: Source = {
  id: 'sign-in-post',
  permissions: ['webRequest'],
  start: (emit, nowMs, { follow }) => {
    const see = (body: ObservedBody) => {
      for (const sighting of readPost(body, nowMs())) emit(sighting);
    };
    follow({
      watch: ({ pages, signIn }) =>
        observeBodies(patternsOf([...new Set([...pages, ...signIn])]), patternsOf(signIn), see),
    });
  },
};

/** What one body shows: the ID token with what came beside it, the access token, and assertions. */
export function readPost(body: ObservedBody, seenAtMs: number): readonly Sighting[] {
  const host = hostOf(body.url);
  const read = fieldReader(body);
  if (host === null || read === null) return [];
  const about = { ...noContext, method: body.method, url: body.url };
  const see = (credential: string, context: UseContext): Sighting => ({
    credential,
    source: signInPost.id,
    seenAtMs,
    host,
    documentHost: hostOf(body.pageUrl ?? undefined),
    tabIds: body.tabId === null ? [] : [body.tabId],
    isPrivate: body.isPrivate,
    context,
  });
  const code = read('code');
  const accessToken = read('access_token');
  const idToken = read('id_token');
  const found: Sighting[] = [];
  if (idToken !== null) {
    found.push(see(idToken, { ...about, presentedAs: 'id-token', code, accessToken }));
  }
  const others = [accessToken, ...assertionNames.map(read)].filter((text) => text !== null);
  for (const text of others) found.push(see(text, { ...about, presentedAs: 'parameter' }));
  return found;
}

/** Reads one member of a form or of a JSON object; null for a body that is neither. Empty texts count as absent. */
function fieldReader({ form, text }: ObservedBody): ((name: string) => string | null) | null {
  if (form !== null) return (name) => form.get(name)?.find((value) => value !== '') ?? null;
  if (text === null || !text.trimStart().startsWith('{')) return null;
  const members = parseMembers(text);
  return (name) => {
    const value = members.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
}

function parseMembers(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
