import { text } from '../protocol/texts.ts';

const reasons = ['encrypted', 'encrypted-cache', 'masked', 'opaque'];

/** Why nothing of a credential was judged, in a sentence. Codes are our own words. */
export function describeUnread(code: string): string {
  const reason =
    code === 'opaque-encrypted-cache' ? 'encrypted-cache' : code.replace(/^opaque-.*/, 'opaque');
  return reasons.includes(reason)
    ? text(`unread_${reason.replaceAll('-', '_')}`)
    : text('unread_malformed', [code]);
}
