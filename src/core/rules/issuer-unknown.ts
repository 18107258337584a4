import { fail, pass, type Rule } from './rule.ts';

export const issuerUnknown: Rule = {
  id: 'issuer-unknown',
  severity: 'note',
  essential: false,
  checks: 'The issuer is one that Countersign knows',
  title: 'Countersign does not know who issued this session.',
  explanation:
    'The token names an issuer that is not in the list of known ones, or none at all. Many organisations run issuers of their own, so this is no sign of an attack, but nothing about it could be checked.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
  example: 'Payload `{"iss":"https://sts.elsewhere.example/", …}`.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.1',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.1',
    },
  ],
  needs: [],
  check: ({ issuer }) => {
    if (issuer.kind === 'known') return pass;
    return fail('note', [{ name: 'issuer', value: issuer.kind === 'unknown' ? issuer.iss : '' }]);
  },
};
