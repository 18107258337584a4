import { findAudience, hostOfAudience, isOwnedBy } from '../audiences/index.ts';
import type { Presentation } from '../sighting.ts';
import { readAudiences } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const audienceElsewhere: Rule = {
  id: 'audience-elsewhere',
  severity: 'attention',
  essential: false,
  checks: 'The session is sent only to sites of the service that it is made for',
  title: 'This session of your mail was sent to a site that has nothing to do with it.',
  explanation:
    'Whoever receives a session token can use it. This one opens your mail and was sent to a site that belongs to somebody else. An add-in that you have allowed may do that; a page that steals sessions does it too.',
  remedy:
    'If you do not know the site, sign out everywhere and sign in again. Tell your IT department which site it was.',
  example: 'Payload `{"aud":"https://outlook.office.com", …}`, sent to `https://evil.example/`.',
  spec: [
    {
      label: 'RFC 6750 section 5.2',
      url: 'https://www.rfc-editor.org/rfc/rfc6750#section-5.2',
    },
    {
      label: 'RFC 7519 section 4.1.3',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3',
    },
    {
      label: 'Microsoft 365 addresses',
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges',
    },
  ],
  needs: [],
  check: ({ token, host, context }) => {
    if (host === '' || !sentForUse.has(context.presentedAs)) return notApplicable;
    const named = readAudiences(token.claims);
    let stray: string | null = null;
    let isClear = named.length > 0;
    for (const text of named) {
      const address = hostOfAudience(text);
      if (address === host) return pass;
      const audience = findAudience(text);
      if (audience === null || (address === null && audience.hasCustomerServers)) isClear = false;
      else stray ??= text;
      if (audience !== null && isOwnedBy(host, audience.owner)) return pass;
    }
    if (!isClear) return unknown(named.length > 0 ? 'audience-unknown' : 'claim-missing');
    return fail('attention', [
      { name: 'audience', value: stray ?? '' },
      { name: 'host', value: host },
    ]);
  },
};

/**
 * Ways of sending a token to be served for it. In an address a token is also handed over to the application that asked for it, a
 * sign-in answer goes to an application, and cookies and storage stay where they are.
 */
const sentForUse: ReadonlySet<Presentation> = new Set([
  'bearer',
  'dpop',
  'pop',
  'msauth',
  'other-scheme',
]);
