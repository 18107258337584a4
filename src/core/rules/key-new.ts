import { fail, notApplicable, pass, type Rule } from './rule.ts';

/** A key is brand new for this long after it was first listed, milliseconds. */
export const newForMs = 24 * 3_600_000;

export const keyNew: Rule = {
  id: 'key-new',
  severity: 'note',
  essential: false,
  checks: 'The key has been known for more than a day',
  title: 'The key of this session is brand new.',
  explanation:
    'Issuers publish new keys regularly, and usually some days before they sign with them. This one was not in the list until less than a day ago. That happens to genuine sessions too.',
  remedy: 'Nothing. It is worth knowing when other things about this session are unusual.',
  example: 'Header `{"kid":"K", …}`: the key document lists `K` since half an hour.',
  spec: [
    {
      label: 'Microsoft: signing key rollover',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover',
    },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ key, nowSeconds }) => {
    if (key.kind !== 'selected') return notApplicable;
    const { life } = key;
    if (life === null) return notApplicable;
    const { firstSeenMs, denseSinceMs, unevennessMs } = life;
    if (nowSeconds * 1000 - firstSeenMs >= newForMs) return pass;
    // Before that nobody looked for long enough to have seen it, as on the first days after an installation.
    if (denseSinceMs + unevennessMs > firstSeenMs) return notApplicable;
    return fail('note', [
      { name: 'key-id', value: key.key.kid ?? '' },
      { name: 'first-seen', value: String(firstSeenMs / 1000) },
    ]);
  },
};
