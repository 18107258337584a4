import { issuers } from '../issuers/index.ts';
import { microsoftConsumer } from '../issuers/microsoft-consumer.ts';
import type { Provider } from '../providers/provider.ts';
import { readText } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const consumerOnEnterprise: Rule = {
  id: 'consumer-on-enterprise',
  severity: 'attention',
  essential: false,
  checks: 'The webmail of an organisation is not used with a private account',
  title: 'A private Microsoft account is used in the webmail of an organisation.',
  explanation:
    'Mailboxes of organisations are opened by accounts of that organisation. This session belongs to a private account, such as one of Outlook.com, yet it was used in the webmail for organisations. Sessions of private accounts were the door through which mailboxes of governments were opened in 2023.',
  remedy:
    'Check which account you are signed in with, then sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"tid":"9188040d-6c67-4c5b-b112-36a304b66dad", …}` on `outlook.office.com` in the place of an organisation’s session.',
  spec: [
    {
      label: 'Microsoft: validate tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    },
    {
      label: 'Microsoft on Storm-0558',
      url: 'https://www.microsoft.com/en-us/security/blog/2023/07/14/analysis-of-storm-0558-techniques-for-unauthorized-email-access/',
    },
  ],
  needs: ['provider'],
  check: ({ provider, issuer, token, context }) => {
    if (provider === null || !isOfOrganisations(provider)) return notApplicable;
    const tid = readText(token.claims, 'tid');
    const isConsumer =
      issuer.kind === 'known'
        ? issuer.tenant === consumerTenant
        : issuer.kind === 'unknown' && namesConsumers(issuer.iss);
    if (!isConsumer && tid?.toLowerCase() !== consumerTenant) return pass;
    // A browser may keep sessions of several accounts; what counts is the one that a webmail is used with.
    const severity = context.presentedAs === 'storage' ? 'note' : 'attention';
    return fail(severity, [
      { name: 'provider', value: provider.name },
      { name: 'issuer', value: issuer.kind === 'absent' ? '' : issuer.iss },
      { name: 'tenant', value: tid ?? '' },
    ]);
  },
};

/** The one tenant of all private accounts (https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference, read 2026-11-24). */
const consumerTenant = microsoftConsumer.forms[0]?.tenant ?? '';

/** Longest name of an issuer that is searched; genuine ones stay below 100 characters. */
const maxSearched = 300;
const namesConsumers = (iss: string): boolean =>
  iss.slice(0, maxSearched).toLowerCase().includes(consumerTenant);

const entraIds = new Set(issuers.flatMap(({ id, cloud }) => (cloud === undefined ? [] : [id])));
const isOfOrganisations = ({ issuers: ids }: Provider): boolean =>
  !ids.includes(microsoftConsumer.id) && ids.some((id) => entraIds.has(id));
