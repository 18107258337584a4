import type { Policy } from '../core/index.ts';
import { maxRetentionDays, type Settings } from '../protocol/settings-schema.ts';
import type { PolicyHolder } from './policy-holder.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the person chose, as far as their organisation lets them. What is stored stays, for the day when it lets them again. */
export const bindSettings = (settings: Settings, policy: Policy): Settings => ({
  ...settings,
  retentionDays: policy.retentionDays ?? settings.retentionDays,
  ...(policy.forbidTurningOff && { offProviders: [] }),
  ...(policy.forbidOwnWebmails && { ownIssuers: [], ownWebmails: [] }),
  ...(policy.forbidAccepting && { acceptedFindings: [] }),
  ...(policy.forceNotifications && { notifications: true, banner: true }),
});

/** How long things are kept, in days; the longest time there is until both were read, so that nothing is dropped too early. */
export function retentionDays(
  settings: Pick<SettingsStore, 'retentionDays'>,
  policy: Pick<PolicyHolder, 'current' | 'wasRead'>,
): number {
  if (!policy.wasRead()) return maxRetentionDays;
  return policy.current().retentionDays ?? settings.retentionDays();
}
