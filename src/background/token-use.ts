import type { Sighting, TokenUse } from '../core/index.ts';

/** What is noted of one sighting of a token that was inspected. */
export function useOf(
  fingerprint: string,
  { source, host, tabIds, seenAtMs, context }: Sighting,
): TokenUse {
  return { fingerprint, source, host, tabIds, atMs: seenAtMs, isLeftBehind: isLeftBehind(context) };
}

/** Web storage keeps what its page puts there, whoever has signed out since. */
export const isLeftBehind = ({ presentedAs }: Sighting['context']): boolean =>
  presentedAs === 'storage';
