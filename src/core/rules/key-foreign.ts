import { fail, pass, type Rule, unknown } from './rule.ts';

export const keyForeign: Rule = {
  id: 'key-foreign',
  severity: 'danger',
  essential: true,
  checks: 'The signing key belongs to the issuer that the session names',
  title: 'This session is signed with a key that belongs to somebody else.',
  explanation:
    'The session says that one issuer made it, but the key of its signature was published for another. A key for private accounts, for example, must never sign a session of a company. This is how mailboxes of governments were opened in 2023 with a stolen key.',
  remedy:
    'Stop using this mailbox in this browser now. Sign out everywhere and tell your IT department at once: they should look for sessions that their sign-in records do not know.',
  example:
    'Payload `{"iss":"https://sts.windows.net/TENANT/", …}`, signed with a key whose published `issuer` is `https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`, which is private accounts. This is Storm-0558.',
  spec: [
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
    {
      label: 'Microsoft: validate the signing key issuer',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ issuer, key }) => {
    if (issuer.kind !== 'known' || key.kind !== 'selected') return unknown('key-not-found');
    const { formerOwner } = key;
    if (key.owner !== 'other-issuer' && formerOwner === null) {
      return key.owner === 'this-issuer' ? pass : unknown('key-owner-unstated');
    }
    // A key that was somebody else's stays so, whatever its list says today.
    return fail('danger', [
      { name: 'issuer', value: issuer.iss },
      { name: 'key-owner', value: key.ownerText ?? '' },
      ...(formerOwner === null ? [] : [{ name: 'key-owner-before', value: formerOwner } as const]),
      { name: 'key-id', value: key.key.kid ?? '' },
      { name: 'key-thumbprint', value: key.key.thumbprint },
      { name: 'key-document', value: key.url },
    ]);
  },
};
