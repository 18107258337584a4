import * as v from 'valibot';
import { defaultPolicy, type Policy, parsePolicy, policyKeys } from '../core/index.ts';

/** Asks what an organisation has decided for this browser. */
export const managementRequest = v.object({ type: v.literal('management') });

/** What an organisation has decided, as the pages are shown it. */
export interface Management {
  /** Whether the browser has handed over a policy, were it one that cannot be read. */
  readonly isManaged: boolean;
  readonly policy: Policy;
}

/** Answer to `management`. The values are read again as a policy is, so that a page knows no other form of it. */
export const managementSchema: v.GenericSchema<unknown, Management> = v.pipe(
  v.object({ isManaged: v.boolean(), policy: v.record(v.string(), v.unknown()) }),
  v.transform(({ isManaged, policy }): Management => ({ isManaged, ...parsePolicy(policy) })),
);

export const unmanaged: Management = Object.freeze({ isManaged: false, policy: defaultPolicy });

export type PolicyName = keyof Policy;

/** Names of the policy keys that decide something: those whose value is another one than without a policy. */
export function listDecided({ policy }: Management): readonly PolicyName[] {
  const isName = (name: string): name is PolicyName => Object.hasOwn(policyKeys, name);
  return Object.keys(policyKeys)
    .filter(isName)
    .filter((name) => JSON.stringify(policy[name]) !== JSON.stringify(defaultPolicy[name]));
}
