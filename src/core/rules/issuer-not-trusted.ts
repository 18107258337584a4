import { isNamed, type ServerTrust } from '../challenge/read-trusted.ts';
import type { Issuer } from '../issuers/issuer.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

/** Most names of the server's list that are shown. */
const maxShown = 8;

/** Older names of the sign-in of Microsoft's global cloud (msal-common AuthorityMetadata.ts, read 2026-11-24). */
const microsoftSignIn = new Set([
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
]);

/**
 * A note and no more: nobody promises that the list is complete. Genuine ones of Exchange Online name one service and leave out the
 * services of its own and Entra, which `authorization_uri` stands for. So what the webmail is known to use is trusted too.
 */
export const issuerNotTrusted: Rule = {
  id: 'issuer-not-trusted',
  severity: 'note',
  essential: false,
  checks: 'The server that accepted the session says that it trusts the issuer',
  title:
    'The server accepted this session, but does not name its issuer among those that it trusts.',
  explanation:
    'Some mail servers say whose sessions they accept. This server accepted a session whose issuer is not in its own list, and which this webmail is not known to use. The list may be incomplete; it is worth knowing if something else about this session is unusual.',
  remedy: 'Nothing has to be done for this alone.',
  example:
    '`WWW-Authenticate: Bearer trusted_issuers="https://sts.windows.net/*/"`, and a token with `{"iss":"https://sts.elsewhere.example/", …}` is answered with 200.',
  spec: [
    {
      label: 'RFC 9110 section 11.6.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1',
    },
    {
      label: '[MS-XOAUTH] section 4.6',
      url: 'https://msdn.microsoft.com/en-us/library/jj709861(v=exchg.80).aspx',
    },
  ],
  needs: [],
  check: ({ issuer, context, host, provider }) => {
    const { serverTrust, answer } = context;
    if (serverTrust === null || answer !== 'accepted' || issuer.kind === 'absent') {
      return notApplicable;
    }
    if (isNamed(issuer.iss, serverTrust.issuers)) return pass;
    if (issuer.kind === 'known') {
      if (provider?.issuers.includes(issuer.issuer.id)) return pass;
      if (signsInAt(issuer.issuer, serverTrust)) return pass;
    }
    return fail('note', [
      { name: 'issuer', value: issuer.iss },
      { name: 'expected-issuers', value: serverTrust.issuers.slice(0, maxShown).join(', ') },
      { name: 'host', value: host },
    ]);
  },
};

/** Whether the server has people sign in at this issuer's. */
function signsInAt({ keyDocuments }: Issuer, { signInHosts }: ServerTrust): boolean {
  const own = keyDocuments.map(({ url }) => new URL(url).hostname);
  return signInHosts.some(
    (host) =>
      own.includes(host) ||
      (microsoftSignIn.has(host) && own.some((known) => microsoftSignIn.has(known))),
  );
}
