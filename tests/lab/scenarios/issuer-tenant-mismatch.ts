import { otherTenant } from '../names.ts';
import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const issuerTenantMismatch: Scenario = {
  id: 'issuer-tenant-mismatch',
  title: 'Two organisations in one session',
  summary: 'A session was issued for one organisation and claims to be for another.',
  webmail: 'work',
  verdict: 'danger',
  failing: ['issuer-tenant-mismatch'],
  issue: (genuine, keys) => signAs(keys.enterprise, changeClaims(genuine, { tid: otherTenant })),
};
