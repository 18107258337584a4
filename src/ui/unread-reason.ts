import { text } from '../protocol/texts.ts';
import { makeVisible } from './visible-text.ts';

const reasons = ['encrypted', 'encrypted-cache', 'masked', 'opaque'];

/** Why nothing of a credential was judged, in a sentence fit for a text node. Codes are our own words, if nobody changed what is kept. */
export function describeUnread(code: string): string {
  const reason =
    code === 'opaque-encrypted-cache' ? 'encrypted-cache' : code.replace(/^opaque-.*/, 'opaque');
  return reasons.includes(reason)
    ? text(`unread_${reason.replaceAll('-', '_')}`)
    : text('unread_malformed', [makeVisible(code)]);
}
