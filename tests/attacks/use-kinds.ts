import { issuedAt } from '../support/tokens.ts';
import { resign, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';

const yesterday = issuedAt + 86_400;
const client = '9199bf20-a13f-4107-85dc-02114787ef48';

const signed =
  (claims: object) =>
  (shop: Workshop): string =>
    resign(shop, shop.enterprise, {}, { ...claims });
const genuine = ({ token }: Workshop): string => token;
const idClaims = { aud: client, nonce: 'n', appid: undefined };

/** The genuine token, sent where it does not belong. */
const sentTo = (host: string, name: string, claims: object = {}): Kind => ({
  rule: 'audience-elsewhere',
  name,
  forge: Object.keys(claims).length === 0 ? genuine : signed(claims),
  sighting: { host },
});

/** Tokens that the issuer itself signed, used for what they are not made for. */
export const useKinds: readonly Kind[] = [
  sentTo('evil.example', 'a mail token sent to a stranger'),
  sentTo('outlook.office.com.evil.example', 'a mail token sent to a look-alike'),
  sentTo('evil.azurewebsites.net', 'a mail token sent to a rented server of the same owner'),
  sentTo('evil.example', 'a token for Graph by its id, sent to a stranger', {
    aud: '00000003-0000-0000-c000-000000000000',
  }),
  {
    rule: 'audience-unexpected',
    name: 'a token for a service of somebody else',
    forge: signed({ aud: 'https://service.example' }),
    isNote: true,
  },
  {
    rule: 'audience-unexpected',
    name: 'a token for an address that only looks like mail',
    forge: signed({ aud: 'https://outlook.office.com.evil.example' }),
    isNote: true,
  },
  {
    rule: 'scope-excessive',
    name: 'a token of a program that may read every mailbox',
    forge: signed({ idtyp: 'app', roles: ['Mail.ReadWrite'], upn: undefined }),
    isNote: true,
  },
  {
    rule: 'scope-excessive',
    name: 'a token for the whole mailbox',
    forge: signed({ scp: 'full_access_as_user' }),
    isNote: true,
  },
  {
    rule: 'issuer-not-trusted',
    name: 'a server that takes the token of an issuer that it does not name',
    forge: signed({ iss: 'https://sts.elsewhere.example/' }),
    context: {
      answer: 'accepted',
      serverTrust: { issuers: ['https://sts.windows.net/*/'], signInHosts: [] },
    },
  },
  {
    rule: 'expired-but-accepted',
    name: 'an old session that a careless server still serves',
    forge: genuine,
    sighting: { nowMs: yesterday * 1000 },
    context: { answer: 'accepted', sentAtMs: yesterday * 1000 },
  },
  {
    rule: 'type-confused',
    name: 'an ID token as a session',
    forge: signed(idClaims),
    isNote: true,
  },
  {
    rule: 'type-confused',
    name: 'an access token in the place of an ID token',
    forge: signed({ scp: 'Mail.ReadWrite' }),
    context: { presentedAs: 'id-token' },
  },
  {
    rule: 'type-confused',
    name: 'a token for signing out in the place of an ID token',
    forge: signed({ ...idClaims, events: {} }),
    context: { presentedAs: 'id-token' },
  },
];
