import {
  buildDirectory,
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  type Directory,
  keySourceOf,
  type ShapeId,
} from '../../src/core/index.ts';
import { type Claims, issuedAt } from './tokens.ts';

/** An issuer's name for each shape. */
export const namesOfShapes: Readonly<Record<ShapeId, string>> = {
  'okta-org': 'https://contoso.okta.example',
  'okta-custom': 'https://contoso.okta.example/oauth2/default',
  'ping-federate': 'https://ping.contoso.example:9031',
  'ping-one': 'https://auth.pingone.com/abfba8f6-49eb-49f5-a5d9-80ad5c98f9f6/as',
  keycloak: 'https://sso.contoso.example/realms/staff',
  adfs: 'https://adfs.contoso.example/adfs',
  oidc: 'https://op.contoso.example/',
};

export const webmailHost = 'mail.contoso.example';
export const clientId = 'webmail';

/** A webmail with an issuer of this shape. */
export function configuredDirectory(shape: ShapeId): {
  readonly directory: Directory;
  readonly issuer: ConfiguredIssuer;
  readonly webmail: ConfiguredWebmail;
  /** Where its keys are asked for. */
  readonly keysUrl: string;
} {
  const issuer = { issuer: namesOfShapes[shape], shape };
  const webmail = {
    host: webmailHost,
    name: 'Contoso webmail',
    issuers: [issuer.issuer],
    audiences: [clientId],
  };
  const { directory, problems } = buildDirectory({ issuers: [issuer], webmails: [webmail] });
  if (problems.length > 0) throw new Error(problems.join());
  return { directory, issuer, webmail, keysUrl: keySourceOf(issuer).url };
}

/** Claims of a genuine ID token (OpenID Connect Core section 2). */
export const idClaims = (iss: string, changes: Claims = {}): Claims => ({
  iss,
  sub: 'f3c1a5a0-ada',
  aud: clientId,
  iat: issuedAt,
  exp: issuedAt + 300,
  auth_time: issuedAt,
  nonce: 'n-0S6_WzA2Mj',
  email: 'ada@contoso.example',
  preferred_username: 'ada',
  ...changes,
});
