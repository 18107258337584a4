import type { Evidence, EvidenceName } from '../core/index.ts';
import { formatDuration, formatTime } from './format.ts';
import { makeVisible } from './visible-text.ts';

/** One line of evidence. */
export interface EvidenceRow {
  /** Name of the label's message. */
  readonly label: string;
  /** Hostile, unless we wrote it. */
  readonly value: string;
  /** Whether it is a text to compare exactly. */
  readonly isExact: boolean;
  /**
   * Whether we wrote it, as a time or a number. Languages that are written from right to left have invisible characters in those, which are
   * no disguise.
   */
  readonly isFormatted: boolean;
}

/** The value fit for a text node. */
export const shownValue = ({ value, isFormatted }: EvidenceRow): string =>
  isFormatted ? value : makeVisible(value);

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
    return { label, value: formatTime(Number(value), language), isExact: false, isFormatted: true };
  }
  if (durations.includes(name)) {
    return {
      label,
      value: formatDuration(Number(value), language),
      isExact: false,
      isFormatted: true,
    };
  }
  return { label, value, isExact: name !== 'detail', isFormatted: false };
}
