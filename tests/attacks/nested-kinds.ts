import { findCredentials } from '../../src/core/index.ts';
import { assembleToken, type Claims } from '../support/tokens.ts';
import { alter, resign, resignTexts, splice, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';

const kind = (rule: string, name: string, forge: Kind['forge']): Kind => ({ rule, name, forge });
const altered = (shop: Workshop): string => alter(shop, {}, { upn: 'mallory@contoso.example' });
const ofThief = (shop: Workshop): string =>
  resign(shop, shop.attacker, { kid: shop.enterprise.kid }, {});
const unsigned = (shop: Workshop): string =>
  splice(shop, { header: JSON.stringify({ ...shop.header, alg: 'none' }), signature: '' });
const carrying = (shop: Workshop, claims: Claims): string =>
  resign(shop, shop.enterprise, {}, claims);
const wrap = (inner: string, alg = 'RS256'): string =>
  assembleToken(JSON.stringify({ alg, cty: 'JWT' }), inner);

/** The credential at this place of an `MSAuth` header. */
const fromHeader = (header: string, place: number): string =>
  findCredentials(header)[place]?.credential ?? '';

const nested: readonly Kind[] = [
  kind('nested-invalid', 'an altered token in a wrapper', (shop) => wrap(altered(shop))),
  kind('nested-invalid', 'an altered token in a wrapper that the issuer’s key signed', (shop) =>
    resignTexts(shop.enterprise, JSON.stringify({ ...shop.header, cty: 'JWT' }), altered(shop)),
  ),
  kind('nested-invalid', 'an altered token in two wrappers', (shop) => wrap(wrap(altered(shop)))),
  kind('nested-invalid', 'an unsigned token in a wrapper', (shop) => wrap(unsigned(shop))),
  kind('nested-invalid', 'a private account’s key in a wrapper', (shop) =>
    wrap(resign(shop, shop.consumer, {}, {})),
  ),
  kind('nested-invalid', 'a token of an unpublished key in a wrapper', (shop) =>
    wrap(resign(shop, shop.attacker, {}, {})),
  ),
  kind('alg-none', 'an unsigned wrapper around a genuine token', (shop) =>
    wrap(shop.token, 'none'),
  ),
  kind('nested-invalid', 'an altered token of the service that acts, in a genuine token', (shop) =>
    carrying(shop, { actortoken: altered(shop) }),
  ),
  kind('nested-invalid', 'an unsigned token of the service that acts', (shop) =>
    carrying(shop, { actortoken: unsigned(shop) }),
  ),
  kind('nested-invalid', 'the thief’s token in a signed request', (shop) =>
    carrying(shop, { at: ofThief(shop) }),
  ),
  kind('nested-invalid', 'a token whose own inner one is altered', (shop) =>
    carrying(shop, { id_token: carrying(shop, { access_token: altered(shop) }) }),
  ),
];

const inHeaders: readonly Kind[] = [
  kind('signature-invalid', 'an altered actor’s token in an MSAuth header', (shop) =>
    fromHeader(
      `MSAuth1.0 actortoken="Bearer ${altered(shop)}", accesstoken="Bearer ${shop.token}", type="PFAT"`,
      0,
    ),
  ),
  kind('signature-invalid', 'an altered access token beside a genuine actor’s', (shop) =>
    fromHeader(
      `MSAuth1.0 actortoken="Bearer ${shop.token}", accesstoken="Bearer ${altered(shop)}", type="PFAT"`,
      1,
    ),
  ),
  kind('signature-invalid', 'a second token under the name of the first', (shop) =>
    fromHeader(`MSAuth1.0 usertoken="${shop.token}", usertoken="${altered(shop)}"`, 1),
  ),
  kind('signature-invalid', 'a token written with escapes', (shop) =>
    fromHeader(`MSAuth2.0 usertoken="${altered(shop).replaceAll('.', '\\.')}", type="MSACT"`, 0),
  ),
  kind('alg-none', 'an unsigned token in an MSAuth header', (shop) =>
    fromHeader(`msauth1.0 UserToken = "bearer ${unsigned(shop)}"`, 0),
  ),
  kind('key-foreign', 'a private account’s key in an MSAuth header', (shop) =>
    fromHeader(`MSAuth1.0 usertoken="${resign(shop, shop.consumer, {}, {})}", type="MSACT"`, 0),
  ),
];

/** Forgeries that hide inside something else. */
export const nestedKinds: readonly Kind[] = [...nested, ...inHeaders];
