import { type DeniedKey, findDenied } from '../keys/denied.ts';
import { type Evidence, fail, pass, type Rule, unknown } from './rule.ts';

export const keyDenied: Rule = {
  id: 'key-denied',
  severity: 'danger',
  essential: true,
  checks: 'The signing key is not known to be stolen',
  title: 'This session is signed with a key that is known to be stolen.',
  explanation:
    'The key of this signature was stolen and used to forge sessions; its owner has withdrawn it. Nobody signs a genuine session with it today. The comparison is made with the key itself, not with its name.',
  remedy:
    'Stop using this mailbox in this browser now. Sign out everywhere and tell your IT department at once.',
  example:
    'Header `{"kid":"1LTMzakihiRla_8z2BEJVXeWMqo", …}`, and the signature is that of the key stolen in 2023.',
  spec: [
    {
      label: 'Microsoft on Storm-0558, 2023-07-14',
      url: 'https://www.microsoft.com/en-us/security/blog/2023/07/14/analysis-of-storm-0558-techniques-for-unauthorized-email-access/',
    },
    { label: 'RFC 7638', url: 'https://www.rfc-editor.org/rfc/rfc7638' },
  ],
  // A stolen key is one whoever the issuer is said to be.
  needs: [],
  check: ({ issuer, key, deniedSigner, nowSeconds, timeIsGiven }) => {
    const selected = key.kind === 'selected' ? key.key : null;
    const denied = deniedSigner ?? (selected && findDenied(selected));
    if (denied === null) {
      if (selected !== null) return pass;
      return unknown(issuer.kind === 'known' ? 'key-not-found' : 'issuer-unknown');
    }
    // It signed genuine sessions once, which an analyst may look at. Whatever is in use now is none of them, and this
    // computer's clock is not asked, because it can be set back.
    if (timeIsGiven && nowSeconds < denied.deniedFromSeconds) return pass;
    return fail('danger', listEvidence(denied));
  },
};

function listEvidence({ key, deniedFromSeconds, story }: DeniedKey): readonly Evidence[] {
  const dates: readonly Evidence[] =
    key.certificate === null
      ? []
      : [
          { name: 'valid-from', value: String(key.certificate.notBeforeSeconds) },
          { name: 'expires-at', value: String(key.certificate.notAfterSeconds) },
        ];
  return [
    { name: 'key-thumbprint', value: key.thumbprint },
    { name: 'key-id', value: key.kid ?? '' },
    { name: 'denied-since', value: String(deniedFromSeconds) },
    ...dates,
    { name: 'detail', value: story },
  ];
}
