import type { Sighting, UseContext } from '../../src/core/index.ts';
import { consumerTenant, issuedAt, otherTenant } from '../support/tokens.ts';
import { alter, resign, resignTexts, seal, splice, type Workshop } from './forge.ts';

/** One kind of forgery and the rule that must name it. */
export interface Kind {
  readonly name: string;
  readonly rule: string;
  readonly forge: (shop: Workshop) => string;
  /** Only worth knowing: the signature is the issuer's own. */
  readonly isNote?: boolean;
  /** How it is used, which may depend on its text; left out: as a bearer token. */
  readonly context?:
    | Partial<UseContext>
    | ((credential: string, shop: Workshop) => Partial<UseContext>);
  /** Where it is sent, when, and by which page; left out: to Outlook by its own page, a minute after its issue. */
  readonly sighting?: Partial<Pick<Sighting, 'host' | 'documentHost'>> & {
    readonly nowMs?: number;
  };
  /** What an organisation asks for, as it stands in managed storage; left out: nothing. */
  readonly policy?: object;
  /** Tokens that were seen before in the same session; left out: none. */
  readonly earlier?: (shop: Workshop) => readonly string[];
}

const kind = (rule: string, name: string, forge: Kind['forge'], isNote = false): Kind => ({
  name,
  rule,
  forge,
  isNote,
});
const altered = (rule: string, name: string, header: object, claims: object): Kind =>
  kind(rule, name, (shop) => alter(shop, { ...header }, { ...claims }));
const resigned = (
  rule: string,
  name: string,
  header: object,
  claims: object,
  isNote = false,
): Kind =>
  kind(rule, name, (shop) => resign(shop, shop.enterprise, { ...header }, { ...claims }), isNote);
const signatureOf = (token: string): string => token.slice(token.lastIndexOf('.') + 1);
const text = (value: unknown): string => JSON.stringify(value);
const later = issuedAt + 315_360_000;
const tenantOf = (shop: Workshop): string => String(shop.claims['tid']);
const v2 = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`;

const unsigned = ['none', 'None', 'nOnE', 'NONE'].flatMap((alg) => [
  kind('alg-none', `${alg} without a signature`, (shop) =>
    splice(shop, { header: text({ ...shop.header, alg }), signature: '' }),
  ),
  kind('alg-none', `${alg} with the old signature`, (shop) =>
    splice(shop, { header: text({ ...shop.header, alg }) }),
  ),
]);

const confused = ['HS256', 'HS384', 'HS512'].flatMap((alg) => [
  kind('alg-confused', `${alg} under the public modulus`, (shop) =>
    seal(shop, alg, String(shop.enterprise.entry['n'])),
  ),
  kind('alg-confused', `${alg} under an empty secret`, (shop) => seal(shop, alg, '')),
]);

const methods = [
  ...['ES256', 'ES384', 'EdDSA'].map((alg) =>
    altered('alg-key-mismatch', `${alg} with an RSA key`, { alg }, {}),
  ),
  ...['RS384', 'RS512', 'PS256', 'rs256', 'RS256 ', 'RSA256', ''].map((alg) =>
    altered('alg-not-allowed', `method “${alg}”`, { alg }, {}),
  ),
  kind('alg-not-allowed', 'RS512, properly signed', (shop) =>
    resign(shop, shop.enterprise, { alg: 'RS512' }, {}, 'RSA-SHA512'),
  ),
];

const changes: readonly [string, object][] = [
  ['another person', { upn: 'mallory@contoso.example' }],
  ['another account', { oid: 'aaaaaaaa-0000-4000-8000-000000000000' }],
  ['another subject', { sub: 'mallory' }],
  ['another audience', { aud: 'https://graph.microsoft.com' }],
  ['another application', { appid: '00000000-0000-0000-0000-000000000000' }],
  ['a later end', { exp: issuedAt + 9000 }],
  ['another token id', { uti: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ['more permissions', { scp: 'full_access_as_user' }],
  ['a role', { roles: ['Mail.ReadWrite'] }],
  ['a group', { groups: ['x'] }],
  ['strong authentication', { amr: ['pwd', 'mfa'] }],
  ['an administrator', { wids: ['62e90394-69f5-4237-9190-012177145e10'] }],
];

const tampered = [
  ...changes.map(([name, claims]) => altered('signature-invalid', `altered: ${name}`, {}, claims)),
  kind('signature-invalid', 'altered: another organisation, consistently', (shop) =>
    alter(shop, {}, { tid: otherTenant, iss: `https://sts.windows.net/${otherTenant}/` }),
  ),
  altered('signature-invalid', 'an added header member', { zip: 'DEF' }, {}),
  kind('signature-invalid', 'a signature of zeros', (shop) =>
    splice(shop, { signature: 'A'.repeat(342) }),
  ),
  kind('signature-invalid', 'a shortened signature', (shop) =>
    splice(shop, { signature: signatureOf(shop.token).slice(0, 200) }),
  ),
  kind('signature-invalid', 'a lengthened signature', (shop) =>
    splice(shop, { signature: `${signatureOf(shop.token)}AAAA` }),
  ),
  kind('signature-invalid', 'a signature of one letter', (shop) =>
    splice(shop, { signature: 'AAAA' }),
  ),
  kind('signature-invalid', 'a changed letter of the signature', (shop) => {
    const signature = signatureOf(shop.token);
    return splice(shop, {
      signature: `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    });
  }),
  kind('signature-invalid', 'the signature of another genuine token', (shop) =>
    splice(shop, { signature: signatureOf(resign(shop, shop.enterprise, {}, { uti: 'other' })) }),
  ),
  kind('signature-invalid', "the attacker's key under the genuine name", (shop) =>
    resign(shop, shop.attacker, { kid: shop.enterprise.kid, x5t: shop.enterprise.kid }, {}),
  ),
  kind('signature-invalid', 'a header nonce that was never signed', (shop) =>
    alter(shop, { nonce: 'x'.repeat(43) }, {}),
  ),
];

const keys = [
  ...[
    'unknown',
    '../../../../dev/null',
    "' OR 1=1 --",
    '__proto__',
    'https://evil.example/key',
    'x'.repeat(4000),
  ].map((kid) =>
    kind('key-not-published', `key id ${kid.slice(0, 24)}`, (shop) =>
      resign(shop, shop.attacker, { kid, x5t: kid }, {}),
    ),
  ),
  kind('key-foreign', 'a consumer key on an old token', (shop) =>
    resign(shop, shop.consumer, {}, {}),
  ),
  kind('key-foreign', 'a consumer key on a new token', (shop) =>
    resign(shop, shop.consumer, { x5t: undefined }, { ver: '2.0', iss: v2(tenantOf(shop)) }),
  ),
  kind('key-foreign', 'a consumer key named by its certificate alone', (shop) =>
    resign(shop, shop.consumer, { kid: undefined }, {}),
  ),
  kind('key-foreign', 'an enterprise key on a private account', (shop) =>
    resign(shop, shop.enterprise, {}, { tid: consumerTenant, ver: '2.0', iss: v2(consumerTenant) }),
  ),
  kind('key-denied', 'the name of the stolen key', (shop) =>
    resign(shop, shop.attacker, { kid: '1LTMzakihiRla_8z2BEJVXeWMqo', x5t: undefined }, {}),
  ),
  ...['jwk', 'jku', 'x5u', 'x5c'].map((name) =>
    kind('key-embedded', `a key of its own in ${name}`, (shop) =>
      resign(shop, shop.attacker, { [name]: shop.attacker.entry }, {}),
    ),
  ),
];

const forms = [
  altered('crit-unknown', 'an extension', { crit: ['exp'] }, {}),
  altered('crit-unknown', 'an empty list of extensions', { crit: [] }, {}),
  altered('crit-unknown', 'an unencoded payload', { b64: false, crit: ['b64'] }, {}),
  ...['iss', 'tid', 'upn', 'exp'].map((name) =>
    kind('member-duplicate', `${name} twice`, (shop) =>
      splice(shop, { claims: text(shop.claims).replace(/\}$/, `,"${name}":"x"}`) }),
    ),
  ),
  kind('member-duplicate', 'iss twice, once escaped', (shop) =>
    splice(shop, { claims: text(shop.claims).replace('{', '{"\\u0069ss":"x",') }),
  ),
  kind('member-duplicate', 'alg twice', (shop) =>
    splice(shop, { header: text(shop.header).replace('{', '{"alg":"none",') }),
  ),
  kind('encoding-not-canonical', 'spare bits in the signature', (shop) => {
    const signature = signatureOf(shop.token);
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return splice(shop, {
      signature: `${signature.slice(0, -1)}${last[last.indexOf(signature.at(-1) ?? 'A') + 1] ?? 'B'}`,
    });
  }),
  kind('encoding-not-canonical', 'a padded signature', (shop) =>
    splice(shop, { signature: `${signatureOf(shop.token)}==` }),
  ),
  ...['dpop+jwt', 'logout+jwt', 'secevent+jwt'].map((typ) =>
    resigned('type-confused', typ, { typ }, {}),
  ),
  resigned('token-oversized', 'a huge claim', {}, { padding: 'x'.repeat(20_000) }, true),
  resigned('possession-unproven', 'a bound token used as a plain one', {}, { cnf: { jkt: 'x' } }),
];

const issuers = [
  ...[
    'https://login.microsoftonline.com.evil.example/x/v2.0',
    'https://login.micros0ftonline.com/x/v2.0',
    'https://login.mlcrosoftonline.com/x/v2.0',
    'https://sts.windovvs.net/x/',
    'https://sts.windows.net.evil.example/x/',
    'https://accounts.goog1e.com',
  ].map((iss) => kind('issuer-imitates', iss, (shop) => resign(shop, shop.attacker, {}, { iss }))),
  kind('issuer-imitates', 'the name in capitals', (shop) =>
    resign(shop, shop.attacker, {}, { iss: String(shop.claims['iss']).toUpperCase() }),
  ),
  kind('issuer-imitates', 'the name without its closing slash', (shop) =>
    resign(shop, shop.attacker, {}, { iss: String(shop.claims['iss']).slice(0, -1) }),
  ),
  resigned('issuer-tenant-mismatch', 'another organisation in the claim', {}, { tid: otherTenant }),
  resigned(
    'issuer-tenant-mismatch',
    'another organisation in the issuer',
    {},
    { iss: `https://sts.windows.net/${otherTenant}/` },
  ),
  resigned(
    'tenant-claim-mismatch',
    'a second organisation in other letters',
    {},
    { TID: otherTenant },
  ),
  resigned(
    'tenant-claim-mismatch',
    'a second organisation under the long name',
    {},
    {
      'http://schemas.microsoft.com/identity/claims/tenantid': otherTenant,
    },
  ),
  ...['TID', 'Oid', 'ISS', 'Aud', 'EXP', 'UPN'].map((name) =>
    resigned('claim-case-variant', `${name} beside its exact name, signed`, {}, { [name]: 'x' }),
  ),
  altered('claim-case-variant', 'another account under a name in capitals', {}, { OID: 'x' }),
  resigned('issuer-version-mismatch', 'another version', {}, { ver: '2.0' }),
  kind('issuer-unexpected', 'an issuer of another webmail', (shop) =>
    resign(shop, shop.attacker, {}, { iss: 'https://accounts.google.com' }),
  ),
  kind('issuer-unknown', 'an issuer that nobody knows', (shop) =>
    resign(shop, shop.attacker, {}, { iss: 'https://sso.example.org' }),
  ),
];

const times = [
  resigned(
    'token-expired',
    'long over',
    {},
    { iat: issuedAt - 9000, nbf: issuedAt - 9000, exp: issuedAt - 4500 },
  ),
  resigned(
    'issued-in-future',
    'issued tomorrow',
    {},
    { iat: issuedAt + 86_400, nbf: issuedAt, exp: issuedAt + 90_000 },
  ),
  resigned(
    'not-yet-valid',
    'valid tomorrow',
    {},
    { nbf: issuedAt + 86_400, exp: issuedAt + 90_000 },
  ),
  resigned('lifetime-excessive', 'ten years', {}, { exp: later }),
  resigned('lifetime-excessive', 'a second past the bound', {}, { exp: issuedAt + 29 * 3600 + 1 }),
  resigned('lifetime-inverted', 'ends before it begins', {}, { exp: issuedAt - 1 }),
  resigned('lifetime-missing', 'no end', {}, { exp: undefined }),
  resigned('lifetime-missing', 'an end as text', {}, { exp: String(later) }),
  resigned('lifetime-missing', 'an endless end', {}, { exp: 1e300 }),
];

const doubled = kind('member-duplicate', 'signed with a doubled claim', (shop) =>
  resignTexts(shop.enterprise, text(shop.header), text(shop.claims).replace(/\}$/, ',"upn":"x"}')),
);

/** Every kind that can be derived from any genuine Entra token. */
export const kinds: readonly Kind[] = [
  ...unsigned,
  ...confused,
  ...methods,
  ...tampered,
  ...keys,
  ...forms,
  ...issuers,
  ...times,
  doubled,
];
