import { enterpriseTenant, otherTenant } from '../support/tokens.ts';
import { resign } from './forge.ts';
import type { Kind } from './kinds.ts';

const outlook = '9199bf20-a13f-4107-85dc-02114787ef48';
const stranger = 'aaaaaaaa-0000-4000-8000-000000000000';

/** What the organisation of the genuine token would write. */
export const genuinePolicy = {
  allowedTenants: [enterpriseTenant],
  allowedAccountDomains: ['contoso.example'],
  allowedApplications: [outlook],
  requireMultiFactor: true,
};

/** A genuine token of somebody or something that the organisation does not expect. */
const unwanted = (rule: string, name: string, claims: object, policy: object): Kind => ({
  rule,
  name,
  forge: (shop) => resign(shop, shop.enterprise, {}, { ...claims }),
  policy,
});

/** Kinds that nobody but an organisation can tell from what it allows. */
export const policyKinds: readonly Kind[] = [
  unwanted(
    'tenant-not-allowed',
    'the attacker’s own organisation',
    { tid: otherTenant, iss: `https://sts.windows.net/${otherTenant}/` },
    genuinePolicy,
  ),
  unwanted(
    'account-domain-not-allowed',
    'the attacker’s own account',
    { upn: 'mallory@evil.example' },
    genuinePolicy,
  ),
  unwanted(
    'account-domain-not-allowed',
    'a guest who was let in',
    { upn: 'mallory_evil.example#EXT#@contoso.example' },
    genuinePolicy,
  ),
  unwanted(
    'application-unexpected',
    'an application that the person was tricked into',
    { appid: stranger },
    genuinePolicy,
  ),
  unwanted(
    'multi-factor-missing',
    'a sign-in with the stolen password alone',
    { amr: ['pwd'] },
    genuinePolicy,
  ),
  unwanted(
    'device-claim-missing',
    'a sign-in on the attacker’s computer',
    { scp: 'Mail.Read' },
    { requireDeviceClaim: true },
  ),
];
