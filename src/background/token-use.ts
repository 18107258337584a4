import { isStandingAddress, type Sighting, type TokenUse } from '../core/index.ts';

/** What is noted of one sighting of a token that was inspected. */
export function useOf(
  fingerprint: string,
  { source, host, tabIds, seenAtMs, context }: Sighting,
): TokenUse {
  return { fingerprint, source, host, tabIds, atMs: seenAtMs, isLeftBehind: isLeftBehind(context) };
}

/** Web storage keeps what its page puts there, and an open tab its address, whoever has signed out since. */
export const isLeftBehind = (context: Sighting['context']): boolean =>
  context.presentedAs === 'storage' || isStandingAddress(context);

/** The page that used a token; the host it was sent to where no page is known. */
export const pageOf = ({ documentHost, host }: Sighting) => documentHost ?? host;
