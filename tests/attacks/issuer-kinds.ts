import { consumerTenant } from '../support/tokens.ts';
import { resign, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';

const tenantOf = (shop: Workshop): string => String(shop.claims['tid']);
const v2 = (host: string, tenant: string) => `https://${host}/${tenant}/v2.0`;
const consumer = (iss: string) => ({ iss, tid: consumerTenant, ver: '2.0' });

/** Sessions that mix clouds. */
const mixed: readonly Kind[] = [
  {
    rule: 'cloud-mismatch',
    name: 'a key of the government’s cloud under the global issuer',
    forge: (shop) =>
      resign(
        shop,
        shop.government,
        { x5t: undefined },
        { ver: '2.0', iss: v2('login.microsoftonline.com', tenantOf(shop)) },
      ),
  },
  ...['login.microsoftonline.us', 'login.partner.microsoftonline.cn'].map(
    (host): Kind => ({
      rule: 'cloud-mismatch',
      name: `the issuer ${host} in the global webmail`,
      forge: (shop) =>
        resign(
          shop,
          shop.attacker,
          { x5t: undefined },
          { ver: '2.0', iss: v2(host, tenantOf(shop)) },
        ),
    }),
  ),
];

/** Private accounts in the webmail of organisations. */
const consumers: readonly Kind[] = [
  {
    rule: 'consumer-on-enterprise',
    name: 'a genuine session of a private account',
    forge: (shop) =>
      resign(
        shop,
        shop.consumer,
        { x5t: undefined },
        consumer(v2('login.microsoftonline.com', consumerTenant)),
      ),
  },
  {
    rule: 'consumer-on-enterprise',
    name: 'a private account under an old name that private accounts never had',
    forge: (shop) =>
      resign(
        shop,
        shop.consumer,
        {},
        { iss: `https://sts.windows.net/${consumerTenant}/`, tid: consumerTenant },
      ),
  },
  {
    rule: 'consumer-on-enterprise',
    name: 'private accounts in the claim alone',
    forge: (shop) => resign(shop, shop.enterprise, {}, { tid: consumerTenant }),
  },
];

/** Who made it, and for which of the worlds that Microsoft runs. */
export const issuerKinds: readonly Kind[] = [...mixed, ...consumers];
