import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const algKeyMismatch: Rule = {
  id: 'alg-key-mismatch',
  severity: 'danger',
  essential: false,
  checks: 'The method of the signature fits the key',
  title: 'This session names a method that its key cannot be used for.',
  explanation:
    'Each kind of key works with certain methods only, and a key may be published for one of them. This session combines a key with another method, which genuine issuers cannot do.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Header `{"alg":"ES256","kid":"K"}`, while `K` is an RSA key.',
  spec: [
    { label: 'RFC 8725 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.1' },
    { label: 'RFC 7517 section 4.4', url: 'https://www.rfc-editor.org/rfc/rfc7517#section-4.4' },
  ],
  needs: ['selected-key'],
  check: ({ token, key }) => {
    const { alg } = token.members;
    const kind = alg === null ? undefined : keyTypes[alg.slice(0, 2)];
    if (alg === null || kind === undefined || key.kind !== 'selected') return notApplicable;
    const { jwk, alg: published } = key.key;
    const evidence = [{ name: 'algorithm', value: alg } as const];
    if (jwk.kty !== kind) return fail('danger', evidence);
    if (published === null || published === alg) return pass;
    // Genuine documents of 2014 name no signature method there; one that does name it means it.
    return fail(/^([REP]S\d{3}|Ed.*)$/.test(published) ? 'attention' : 'note', evidence);
  },
};

/** Key types by the first letters of an algorithm's name (RFC 7518 section 3.1, RFC 8037 section 3.1). */
const keyTypes: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  RS: 'RSA',
  PS: 'RSA',
  ES: 'EC',
  Ed: 'OKP',
});
