import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const proofForOtherToken: Rule = {
  id: 'proof-for-other-token',
  severity: 'danger',
  essential: false,
  checks: 'The proof that came with the session belongs to this session',
  title: 'The proof that came with this session belongs to another one.',
  explanation:
    'This session may only be used by the computer that holds a certain key. The proof that came with it was made with another key, or for another session. A stolen session looks like that when its thief has no such key.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'A proof whose `ath` is the hash of another token, or whose key is not the one in `cnf.jkt`.',
  spec: [
    { label: 'RFC 9449 section 4.3', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-4.3' },
    { label: 'RFC 9449 section 6.1', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-6.1' },
  ],
  needs: [],
  check: ({ proof }) => {
    if (proof.kind !== 'read') return notApplicable;
    if (proof.key === 'other') return fail('danger', [{ name: 'detail', value: 'cnf.jkt' }]);
    // A program that renews its token can take the old one's hash by mistake; the key is the right one.
    if (proof.token === 'other') return fail('attention', [{ name: 'detail', value: 'ath' }]);
    return pass;
  },
};
