import type { Verdict } from '../core/index.ts';
import type { PictureName } from '../ui/pictures.ts';
import type { Hindrance } from './hindrance.ts';

type Part = 'verdict' | 'why' | 'todo';

/** Name of the message that says something for a verdict. */
export const verdictMessage = (start: Part | 'short', verdict: Verdict): string =>
  `${start}_${verdict.replaceAll('-', '_')}`;

/** The same, in the words of what kept the session from being checked where that is known. */
export const sessionMessage = (
  start: Part,
  verdict: Verdict,
  hindrance: Hindrance | null,
): string =>
  hindrance === null
    ? verdictMessage(start, verdict)
    : `popup_${start}_${hindrance.replaceAll('-', '_')}`;

/** Picture of a verdict; what cannot be checked by anyone is no state of its own in pictures. */
export const verdictPicture = (verdict: Verdict): PictureName =>
  verdict === 'not-inspected' ? 'undetermined' : verdict;
