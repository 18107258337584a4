import { isInterposed } from '../keys/connection.ts';
import { shippedSource } from '../keys/witness/shipped.ts';
import { type Evidence, fail, notApplicable, pass, type Rule } from './rule.ts';

export const connectionInterposed: Rule = {
  id: 'connection-interposed',
  severity: 'attention',
  essential: false,
  checks: 'The issuer’s keys came straight from the issuer',
  title: 'The list of the issuer’s keys came through somebody in between.',
  explanation:
    'The connection by which the keys were fetched was not secured by an authority that came with your browser, but by one that was added to this computer. Organisations and security programs do that to inspect traffic. Whoever does it could also change the list, so keys that came this way cannot be relied on alone.',
  remedy:
    'In a computer of your organisation this is usual, and your IT department can confirm it. If the computer is your own and no security program of yours inspects connections, have it examined.',
  example:
    'The answer of `https://login.microsoftonline.com/common/discovery/v2.0/keys` came with a certificate whose root is `CN=Inspecting Proxy CA`, which somebody added to this computer.',
  spec: [
    { label: 'RFC 5280 section 6.1', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-6.1' },
    {
      label: 'MDN: webRequest.getSecurityInfo',
      url: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/webRequest/getSecurityInfo',
    },
  ],
  needs: ['selected-key'],
  check: ({ key }) => {
    if (key.kind !== 'selected' || key.connection === null) return notApplicable;
    if (!isInterposed(key.connection)) return pass;
    const { trust, rootName, rootFingerprint } = key.connection;
    // No server and no inspecting proxy that works needs an exception: somebody made one, or somebody is not who they say.
    return fail(trust === 'untrusted' ? 'attention' : 'note', [
      { name: 'key-document', value: key.url },
      { name: 'key-thumbprint', value: key.key.thumbprint },
      ...evidenceOf('authority', rootName),
      ...evidenceOf('authority-fingerprint', rootFingerprint),
      // A copy that did not come this way knows the key: then nobody in between has made it up.
      ...evidenceOf('witness', key.shipped === null ? null : shippedSource),
    ]);
  },
};

const evidenceOf = (name: Evidence['name'], value: string | null): readonly Evidence[] =>
  value === null ? [] : [{ name, value }];
