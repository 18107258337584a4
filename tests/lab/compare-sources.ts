import { sourceOf } from './doors.ts';
import type { Driver } from './drivers/driver.ts';
import { readSessions } from './known-sessions.ts';
import { fingerprintOf } from './left-behind.ts';
import { isOpaqueWebmail } from './opaque-webmails.ts';
import type { Scenario } from './scenarios/scenario.ts';

/**
 * Whether a scenario's tokens were seen through its own door and through no other: the source that judged each, and every place where
 * it was seen, as the inspector and the saved evidence tell them.
 */
export async function compareSources(
  driver: Driver,
  { door, webmail }: Scenario,
  tokens: readonly string[],
): Promise<readonly string[]> {
  const fingerprints = new Set(tokens.map(fingerprintOf));
  const known = (await readSessions(driver)).flatMap((session) => session.tokens);
  const seen = known
    .filter(({ inspection }) => fingerprints.has(inspection.fingerprint))
    .flatMap(({ inspection, places }) => [inspection.source, ...places.map((at) => at.source)]);
  const sources = [...new Set(seen)].sort().join(', ');
  // A session that only its provider can check has no token to be seen, unless one passes a door.
  const expected = isOpaqueWebmail(webmail) && door === undefined ? '' : sourceOf(door ?? 'bearer');
  if (sources === expected) return [];
  return [`the token was seen by: ${sources || 'nothing'}, expected: ${expected || 'nothing'}`];
}
