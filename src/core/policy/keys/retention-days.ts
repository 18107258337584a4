import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

/** Least and most days that an organisation, or a person, can choose. */
export const leastRetentionDays = 1;
export const mostRetentionDays = 365;

export const retentionDays: PolicyKey<number | null> = {
  name: 'retentionDays',
  title: 'How long sessions and verdicts are kept',
  description:
    'Days, 1 to 365, after which what is known of a session that was not seen since, and what was found, is forgotten. No token is ever kept. Without this key people decide; it is 30 days where they have not.',
  schema: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(leastRetentionDays), v.maxValue(mostRetentionDays)),
  ),
  fallback: null,
  example: 90,
};
