import { assertNever } from '../invariant.ts';
import { isForIssuerItself, mayHaveOwnKey } from '../issuers/audience.ts';
import type { Issuer } from '../issuers/issuer.ts';
import type { UnverifiedToken } from '../token/token.ts';
import { readTokenKind } from '../token/token-kind.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const keyNotPublished: Rule = {
  id: 'key-not-published',
  severity: 'attention',
  essential: false,
  checks: 'The issuer publishes the key that the session names',
  title: 'The issuer does not publish the key that this session names.',
  explanation:
    'Issuers publish every key that they sign with. The key that this session names is in none of the issuer’s lists, which were just read. Key servers sometimes answer unevenly for some hours, so this alone proves nothing, but a forged session looks the same.',
  remedy:
    'Reload the mail page and look again in a few minutes. If it stays, sign out, sign in again, and tell your IT department.',
  example:
    'Header `{"kid":"K", …}`: the issuer’s documents, asked for after the token was seen, list no key `K`.',
  spec: [
    { label: 'RFC 7517 section 5', url: 'https://www.rfc-editor.org/rfc/rfc7517#section-5' },
    {
      label: 'Microsoft: signing key rollover',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover',
    },
  ],
  needs: ['known-issuer'],
  check: ({ key, issuer, token }) => {
    switch (key.kind) {
      case 'selected':
      case 'ambiguous':
        return pass;
      case 'not-sought':
        return notApplicable;
      case 'not-findable':
        return unknown('key-documents-unknown');
      case 'unavailable':
        return unknown(
          key.problem === 'cooling-down' ? 'key-list-outdated' : 'key-server-unreachable',
        );
      case 'not-published':
        if (issuer.kind === 'known' && mayHaveOwnKey(token.claims, issuer.issuer)) {
          return unknown('key-of-application');
        }
        if (issuer.kind === 'known' && mayBeUnlisted(token, issuer.issuer)) {
          return unknown('key-documents-unknown');
        }
        return fail('attention', [
          { name: 'issuer', value: issuer.kind === 'known' ? issuer.iss : '' },
          { name: 'key-id', value: token.members.kid ?? token.members.x5t ?? '' },
          { name: 'key-document', value: key.urls.join(' ') },
          ...(key.lastSeenMs === null
            ? []
            : [{ name: 'last-seen', value: String(key.lastSeenMs / 1000) } as const]),
        ]);
      default:
        return assertNever(key);
    }
  },
};

/** Of some issuers only the keys of ID tokens are promised to be published; what is for their own audiences is as good. */
const mayBeUnlisted = (token: UnverifiedToken, issuer: Issuer): boolean =>
  issuer.unlistedKinds?.includes(readTokenKind(token)) === true &&
  !isForIssuerItself(token.claims, issuer);
