import type { PolicyHolder } from './policy-holder.ts';

/** When a policy is looked for after an installation, milliseconds: browsers hand it over up to some seconds late. */
export const welcomeTriesMs = [0, 1_500, 4_000] as const;

const waitMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Greets whoever installed the extension. Where an organisation did, nobody is greeted: people there did not ask for it, and are told
 * by those who did.
 */
export async function welcome(
  { refresh, isManaged }: Pick<PolicyHolder, 'refresh' | 'isManaged'>,
  open: () => Promise<void>,
  wait = waitMs,
): Promise<void> {
  for (const ms of welcomeTriesMs) {
    await wait(ms);
    await refresh();
    if (isManaged()) return;
  }
  await open();
}
