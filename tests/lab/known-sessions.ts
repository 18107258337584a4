import * as v from 'valibot';
import type { Driver } from './drivers/driver.ts';

const sessionsSchema = v.object({
  sessions: v.array(
    v.object({
      id: v.string(),
      verdict: v.string(),
      tokens: v.array(
        v.object({
          inspection: v.object({
            fingerprint: v.string(),
            verdict: v.string(),
            source: v.string(),
          }),
          places: v.array(v.object({ source: v.string(), host: v.string() })),
        }),
      ),
    }),
  ),
});
/** A session as the extension knows it. */
export type Known = v.InferOutput<typeof sessionsSchema>['sessions'][number];

export async function readSessions(driver: Driver): Promise<readonly Known[]> {
  const answer = await driver.evaluateInExtension(
    `(async () => JSON.stringify(await (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: 'sessions' })))()`,
  );
  return v.parse(sessionsSchema, JSON.parse(String(answer))).sessions;
}

/** Sentences about what is not as before with a session. */
export async function compareVictim(
  driver: Driver,
  victim: Known | undefined,
): Promise<readonly string[]> {
  if (victim?.verdict !== 'verified') return ['the genuine session was not verified before'];
  const now = (await readSessions(driver)).find(({ id }) => id === victim.id);
  const describe = ({ verdict, tokens }: Known) =>
    [
      verdict,
      ...tokens.map(({ inspection }) => `${inspection.fingerprint} ${inspection.verdict}`).sort(),
    ].join();
  if (now === undefined) return ['the genuine session is gone'];
  return describe(now) === describe(victim)
    ? []
    : [`the genuine session is another: ${now.verdict}`];
}
