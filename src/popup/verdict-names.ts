import type { Verdict } from '../core/index.ts';

/** Name of the message that says something for a verdict. */
export const verdictMessage = (start: string, verdict: Verdict): string =>
  `${start}_${verdict.replaceAll('-', '_')}`;

/** Picture of a verdict; what cannot be checked by anyone is no state of its own in pictures. */
export const verdictIcon = (verdict: Verdict): string =>
  `/icons/${verdict === 'not-inspected' ? 'undetermined' : verdict}.svg`;
