import { readDay } from '../calendar.ts';
import type { KeyPin } from '../policy/keys/pinned-keys.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

const daySeconds = 86_400;

export const keyNotPinned: Rule = {
  id: 'key-not-pinned',
  severity: 'attention',
  essential: false,
  checks: 'The signing key is one that your organisation expects',
  title: 'This session is signed with a key that your organisation does not expect.',
  explanation:
    'Your organisation has listed the keys that this issuer may sign with, and this one is not among them. Either the list is behind a regular exchange of keys, or the key has no business here.',
  remedy: 'Ask your IT department whether its list of keys is up to date.',
  example:
    'Policy `{"pinnedKeys": […]}` pins the key with the thumbprint `A` for the issuer; the session is signed with a key that has the thumbprint `B`.',
  spec: [
    { label: 'RFC 7638', url: 'https://www.rfc-editor.org/rfc/rfc7638' },
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
  ],
  needs: ['known-issuer'],
  check: ({ issuer, key, policy, nowSeconds }) => {
    const pins = policy.pinnedKeys;
    if (pins === null || issuer.kind !== 'known') return notApplicable;
    const { iss } = issuer;
    const { id } = issuer.issuer;
    const inForce = pins.filter(
      (pin) => (pin.issuer === id || pin.issuer === iss) && isInForce(pin, nowSeconds),
    );
    if (inForce.length === 0) return notApplicable;
    if (key.kind !== 'selected') return unknown('key-not-found');
    const { thumbprint, kid } = key.key;
    if (inForce.some(({ thumbprints }) => thumbprints.includes(thumbprint))) return pass;
    return fail('attention', [
      { name: 'issuer', value: iss },
      { name: 'key-id', value: kid ?? '' },
      { name: 'key-thumbprint', value: thumbprint },
      { name: 'key-document', value: key.url },
    ]);
  },
};

/** Both days included. */
const isInForce = ({ validFrom, validTo }: KeyPin, nowSeconds: number): boolean =>
  (validFrom === undefined || readDay(validFrom) <= nowSeconds) &&
  (validTo === undefined || nowSeconds < readDay(validTo) + daySeconds);
