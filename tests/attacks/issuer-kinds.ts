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

/** Names that careless programs, or people, take for the issuer's. */
const imitations: readonly Kind[] = [
  ['the known host as a user name', '@evil.example'],
  ['the known host and a port as a user name', ':443@evil.example'],
  ['a dot in another letter', '。evil.example'],
  ['another port', ':8443'],
  ['a dot behind the host', '.'],
].map(
  ([name = '', behind = '']): Kind => ({
    rule: 'issuer-imitates',
    name,
    forge: (shop) =>
      resign(
        shop,
        shop.attacker,
        {},
        { iss: v2(`login.microsoftonline.com${behind}`, tenantOf(shop)) },
      ),
  }),
);
const written: readonly Kind[] = [
  [
    'a letter of another script, internationalised',
    (iss: string) => iss.replace('windows', 'xn--wndows-p9a'),
  ],
  ['an invisible letter', (iss: string) => iss.replace('windows', 'win\u200bdows')],
  ['a path that leads back', (iss: string) => `${iss}x/../`],
  ['a query', (iss: string) => `${iss}?x`],
  ['an escaped slash', (iss: string) => iss.replace('.net/', '.net/%2f')],
  [
    'the known name behind another host',
    (iss: string) => iss.replace('https://', 'https://evil.example/'),
  ],
  ['another ending', (iss: string) => iss.replace('.net', '.org')],
].map(
  ([name, change]): Kind => ({
    rule: 'issuer-imitates',
    name: String(name),
    forge: (shop) => {
      const iss = String(shop.claims['iss']);
      return resign(
        shop,
        shop.attacker,
        {},
        { iss: typeof change === 'function' ? change(iss) : iss },
      );
    },
  }),
);

/** Who made it, and for which of the worlds that Microsoft runs. */
export const issuerKinds: readonly Kind[] = [...mixed, ...consumers, ...imitations, ...written];
