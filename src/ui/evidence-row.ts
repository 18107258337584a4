import type { Evidence, EvidenceName } from '../core/index.ts';
import { formatDuration, formatTime } from './format.ts';

/** One line of evidence: the name of its label's message, the value to show, and whether it is a text to compare exactly. */
export interface EvidenceRow {
  readonly label: string;
  readonly value: string;
  readonly isExact: boolean;
}

/** Evidence that is a time, seconds since the epoch. */
const times: readonly EvidenceName[] = [
  'first-seen',
  'last-seen',
  'retired-since',
  'denied-since',
  'issued-at',
  'valid-from',
  'expires-at',
  'seen-at',
  'seen-before-at',
];
const durations: readonly EvidenceName[] = ['lifetime', 'longest-lifetime'];

/** A piece of evidence of a rule as it is shown. */
export function rowOf({ name, value }: Evidence, language: string): EvidenceRow {
  const label = `evidence_${name.replaceAll('-', '_')}`;
  if (times.includes(name)) {
    return { label, value: formatTime(Number(value), language), isExact: false };
  }
  if (durations.includes(name)) {
    return { label, value: formatDuration(Number(value), language), isExact: false };
  }
  return { label, value, isExact: name !== 'detail' };
}
