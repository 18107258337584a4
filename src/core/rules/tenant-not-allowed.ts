import { matchTemplate } from '../issuers/template.ts';
import { readText } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import { type Evidence, fail, notApplicable, pass, type Rule } from './rule.ts';

export const tenantNotAllowed: Rule = {
  id: 'tenant-not-allowed',
  severity: 'attention',
  essential: false,
  checks: 'The session belongs to an organisation that yours expects',
  title: 'This session belongs to an organisation that yours does not expect here.',
  explanation:
    'Your organisation has said which organisations’ sessions are used on this computer. This one gives access to another. That may be a second account of yours, or an invitation of a partner; it may also be a session that somebody else has put here.',
  remedy:
    'If you do not use this organisation’s mail for your work, sign out of it. If you do not know it, tell your IT department.',
  example: 'Policy `{"allowedTenants":["TENANT-A"]}`, payload `{"tid":"TENANT-B", …}`.',
  spec: [
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
    {
      label: 'Microsoft: tenant restrictions',
      url: 'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/tenant-restrictions',
    },
  ],
  needs: [],
  check: ({ token, issuer, policy }) => {
    const allowed = policy.allowedTenants;
    if (allowed === null) return notApplicable;
    const stated = readText(token.claims, 'tid')?.toLowerCase() ?? null;
    const tenant = stated ?? (issuer.kind === 'known' ? issuer.tenant : null);
    // Issuers without tenants: the question has no meaning for their sessions.
    if (tenant === null) return notApplicable;
    if (allowed.includes(tenant)) return pass;
    const home = readHomeTenant(token.claims);
    const evidence: readonly Evidence[] = [
      { name: 'tenant', value: tenant },
      ...(home === null ? [] : [{ name: 'home-tenant', value: home } as const]),
    ];
    // One of the organisation's own people as the guest of another.
    return fail(home !== null && allowed.includes(home) ? 'note' : 'attention', evidence);
  },
};

/** The tenant of private Microsoft accounts, for which `idp` has a name of its own too. */
const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
/** How `idp` names the organisation of a guest; for everybody else it is absent or says the same as `iss`. */
const homeForms = [
  'https://sts.windows.net/{tenant}/',
  'https://login.microsoftonline.com/{tenant}/v2.0',
  'https://sts.chinacloudapi.cn/{tenant}/',
];

function readHomeTenant(claims: JsonObject): string | null {
  const idp = readText(claims, 'idp');
  if (idp === null) return null;
  if (idp === 'live.com') return consumerTenant;
  const homes = homeForms.map((form) => matchTemplate(form, idp));
  return homes.find((home) => home !== null) ?? null;
}
