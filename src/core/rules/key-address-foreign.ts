import { findForeignAddress } from '../keys/key-address.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyAddressForeign: Rule = {
  id: 'key-address-foreign',
  severity: 'attention',
  essential: false,
  checks: 'The session names the issuer’s own address for its keys',
  title: 'This session says that its keys are somewhere else than at its issuer.',
  explanation:
    'Some sessions name the address at which the keys of their issuer can be read. This one names an address that is not the issuer’s. Who believed it would check a forgery with the forger’s own key. Countersign did not ask that address.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"iss":"00000002-0000-0ff1-ce00-000000000000@TENANT","appctx":{"amurl":"https://evil.example/autodiscover/metadata/json/1"}, …}`: the token says where its keys are, and that is not where Exchange has them.',
  spec: [
    { label: 'RFC 8725 section 3.10', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.10' },
    {
      label: 'Microsoft: validate an Exchange identity token',
      url: 'https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/validate-an-identity-token',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, issuer, provider }) => {
    if (issuer.kind !== 'known' || issuer.issuer.habits?.namesKeyAddress !== true) {
      return notApplicable;
    }
    const address = findForeignAddress(token, issuer.issuer);
    if (address === null) return pass;
    // Servers of organisations' own name their own address; in a webmail of the issuer itself nothing else does.
    return fail(provider === null ? 'note' : 'attention', [{ name: 'detail', value: address }]);
  },
};
