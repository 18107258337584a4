import * as v from 'valibot';
import { isKeyAddress, isPlainAddress, maxAddressLength } from '../../configured/address.ts';
import {
  type ConfiguredIssuer,
  maxAudienceLength,
  maxAudiencesOfOne,
  maxIssuers,
  maxNameLength,
  shapeIds,
} from '../../configured/configuration.ts';
import type { PolicyKey } from '../policy-key.ts';

const address = v.pipe(v.string(), v.maxLength(maxAddressLength), v.check(isPlainAddress));

/** One added issuer, as it stands in a policy or in what a person chose. */
export const configuredIssuerSchema: v.GenericSchema<unknown, ConfiguredIssuer> = v.strictObject({
  issuer: address,
  shape: v.picklist(shapeIds),
  audiences: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(maxAudienceLength))),
      v.maxLength(maxAudiencesOfOne),
    ),
  ),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(maxNameLength))),
  discovery: v.optional(address),
  keyDocument: v.optional(v.pipe(v.string(), v.maxLength(maxAddressLength), v.check(isKeyAddress))),
});

export const issuers: PolicyKey<readonly ConfiguredIssuer[] | null> = {
  name: 'issuers',
  title: 'Issuers of your own identity services',
  description:
    'Identity services beside the well-known ones, whose tokens are to be checked. issuer is the exact address that the service gives as its issuer, character by character, https only; shape is okta-org (https://ORG.okta.com), okta-custom (…/oauth2/ID), ping-federate, ping-one (https://auth.pingone.com/ENVIRONMENT/as), keycloak (…/realms/REALM), adfs (https://HOST/adfs), or oidc for any other OpenID provider. audiences are the aud texts of its tokens that are your own; name is what people are shown. Keys are found by the discovery document behind the issuer, or at discovery where it stands elsewhere; keyDocument is the address of the key set itself and needs no discovery. An entry that cannot be read makes the whole list have no effect; one that names the host of a well-known issuer, looks like one, or has not the form of its shape has none alone.',
  schema: v.nullable(v.pipe(v.array(configuredIssuerSchema), v.maxLength(maxIssuers))),
  fallback: null,
  example: [
    {
      issuer: 'https://sso.contoso.example/realms/staff',
      shape: 'keycloak',
      audiences: ['webmail'],
      name: 'Contoso sign-in',
    },
  ],
};
