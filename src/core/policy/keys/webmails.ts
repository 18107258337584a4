import * as v from 'valibot';
import { isHostName, isPlainAddress, maxAddressLength } from '../../configured/address.ts';
import {
  type ConfiguredWebmail,
  maxAudienceLength,
  maxAudiencesOfOne,
  maxIssuersOfWebmail,
  maxNameLength,
  maxWebmails,
} from '../../configured/configuration.ts';
import type { PolicyKey } from '../policy-key.ts';

const address = v.pipe(v.string(), v.maxLength(maxAddressLength), v.check(isPlainAddress));

/** One added webmail, as it stands in a policy or in what a person chose. */
export const configuredWebmailSchema: v.GenericSchema<unknown, ConfiguredWebmail> = v.strictObject({
  host: v.pipe(v.string(), v.toLowerCase(), v.check(isHostName)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(maxNameLength)),
  issuers: v.pipe(v.array(address), v.minLength(1), v.maxLength(maxIssuersOfWebmail)),
  audiences: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(maxAudienceLength))),
      v.maxLength(maxAudiencesOfOne),
    ),
  ),
  signOutUrl: v.optional(address),
});

export const webmails: PolicyKey<readonly ConfiguredWebmail[] | null> = {
  name: 'webmails',
  title: 'Webmails of your own',
  description:
    'Webmails beside the well-known ones, such as Zimbra, Roundcube, SOGo, Nextcloud or Open-Xchange on your own servers. host is the exact host name of its pages, without wildcards; name is what people are shown; issuers are the issuers whose tokens belong there, each one of the key issuers or a well-known one such as https://accounts.google.com; audiences are the aud texts of its tokens, others are then worth a note; signOutUrl is where a person ends all sessions. Browsers do not let a policy give the host to the extension: each person is asked once, and until then the popup says that the webmail is not being checked. A webmail that is well known, or names an issuer that is not there, has no effect.',
  schema: v.nullable(v.pipe(v.array(configuredWebmailSchema), v.maxLength(maxWebmails))),
  fallback: null,
  example: [
    {
      host: 'mail.contoso.example',
      name: 'Contoso webmail',
      issuers: ['https://sso.contoso.example/realms/staff'],
      audiences: ['webmail'],
      signOutUrl: 'https://mail.contoso.example/logout',
    },
  ],
};
