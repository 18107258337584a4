import * as v from 'valibot';
import { allowedAccountDomains } from './keys/allowed-account-domains.ts';
import { allowedApplications } from './keys/allowed-applications.ts';
import { allowedTenants } from './keys/allowed-tenants.ts';
import { blockMayContinue } from './keys/block-may-continue.ts';
import { blockOnDanger } from './keys/block-on-danger.ts';
import { forbidAccepting } from './keys/forbid-accepting.ts';
import { forbidOwnWebmails } from './keys/forbid-own-webmails.ts';
import { forbidTurningOff } from './keys/forbid-turning-off.ts';
import { forceNotifications } from './keys/force-notifications.ts';
import { issuers } from './keys/issuers.ts';
import { pinnedKeys } from './keys/pinned-keys.ts';
import { requireDeviceClaim } from './keys/require-device-claim.ts';
import { requireMultiFactor } from './keys/require-multi-factor.ts';
import { retentionDays } from './keys/retention-days.ts';
import { supportContact } from './keys/support-contact.ts';
import { webmails } from './keys/webmails.ts';
import type { PolicyKey } from './policy-key.ts';

/** Every policy key, by its name. */
export const policyKeys = Object.freeze({
  allowedTenants,
  allowedAccountDomains,
  allowedApplications,
  requireMultiFactor,
  requireDeviceClaim,
  pinnedKeys,
  issuers,
  webmails,
  supportContact,
  forbidAccepting,
  forbidTurningOff,
  forbidOwnWebmails,
  forceNotifications,
  retentionDays,
  blockOnDanger,
  blockMayContinue,
});

type Keys = typeof policyKeys;

/** What an organisation asks for: a value for every key. */
export type Policy = {
  readonly [Name in keyof Keys]: Keys[Name] extends PolicyKey<infer Value> ? Value : never;
};

/** Why a part of a policy does not hold. Names the key as written, bounded; never its value. */
export interface PolicyProblem {
  readonly code: 'policy-not-an-object' | 'policy-key-unknown' | 'policy-value-invalid';
  readonly key: string | null;
}

/** Longest key name that is repeated in a problem, and most problems that are told. */
const maxNameLength = 64;
export const maxProblems = 64;

const names = Object.keys(policyKeys) as readonly (keyof Keys)[];

/** Nothing is asked for. */
export const defaultPolicy: Policy = build({}).policy;

/**
 * Reads a managed configuration. Each key stands for itself: one that cannot be read has no effect but a problem, and the others
 * hold. `undefined` and `null` are the absence of a policy.
 */
export function parsePolicy(value: unknown): {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
} {
  if (value === undefined || value === null) return { policy: defaultPolicy, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { policy: defaultPolicy, problems: [{ code: 'policy-not-an-object', key: null }] };
  }
  return build(value);
}

function build(value: object) {
  const problems: PolicyProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const { schema, fallback } = policyKeys[name];
    const parsed = Object.hasOwn(value, name)
      ? v.safeParse(schema, Reflect.get(value, name))
      : null;
    if (parsed !== null && !parsed.success) {
      problems.push({ code: 'policy-value-invalid', key: name });
    }
    values[name] = parsed?.success ? parsed.output : fallback;
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(policyKeys, name) || problems.length >= maxProblems) continue;
    problems.push({ code: 'policy-key-unknown', key: name.slice(0, maxNameLength) });
  }
  // Every name of the type was given a value of its own schema, or that key's fallback.
  return { policy: Object.freeze(values) as Policy, problems: Object.freeze(problems) };
}
