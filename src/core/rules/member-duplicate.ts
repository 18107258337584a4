import { fail, pass, type Rule } from './rule.ts';

export const memberDuplicate: Rule = {
  id: 'member-duplicate',
  severity: 'danger',
  essential: false,
  checks: 'The session says nothing twice',
  title: 'This session says the same thing twice in one place.',
  explanation:
    'A token with two values under one name is read differently by different programs: one checks the first, the other uses the second. Genuine issuers never write one.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Payload `{"tid":"TENANT-A", …, "tid":"TENANT-B"}`: two programs can read two different tenants.',
  spec: [
    { label: 'RFC 7519 section 4', url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4' },
    { label: 'RFC 8725 section 3.7', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.7' },
  ],
  needs: [],
  check: ({ token, signature }) => {
    const names = token.oddities.flatMap((oddity) =>
      oddity.code === 'member-duplicate' ? [`${oddity.where}: ${oddity.name}`] : [],
    );
    if (names.length === 0) return pass;
    // With a signature that fits, the issuer itself wrote it: careless, but not somebody else's doing.
    const severity = signature.kind === 'verified' ? 'attention' : 'danger';
    return fail(severity, [{ name: 'detail', value: names.join(', ') }]);
  },
};
