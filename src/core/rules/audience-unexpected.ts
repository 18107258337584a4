import { findAudience, readApplicationId } from '../audiences/index.ts';
import type { Provider } from '../providers/provider.ts';
import { readAudiences } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const audienceUnexpected: Rule = {
  id: 'audience-unexpected',
  severity: 'note',
  essential: false,
  checks: 'The session is made for a service that this webmail works with',
  title: 'This session is made for a service that this webmail is not known to use.',
  explanation:
    'Each session token is made for one service. Webmail pages use several, and not all of them are known to Countersign, so this one may be in order. It is worth knowing when other checks found something too.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
  example:
    'Payload `{"aud":"https://service.example", …}` in the session of a webmail that is not for it.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.3',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3',
    },
    { label: 'RFC 8725 section 3.9', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.9' },
  ],
  needs: ['provider'],
  check: ({ token, provider, context }) => {
    if (provider === null || !knowsAudiences(provider)) return notApplicable;
    // What a page keeps, or carries inside of something else, it does not use.
    if (context.presentedAs === 'storage' || context.presentedAs === 'nested') return notApplicable;
    const named = readAudiences(token.claims);
    if (named.length === 0) return unknown('claim-missing');
    if (named.some((text) => isExpected(text, provider))) return pass;
    return fail('note', [
      { name: 'provider', value: provider.name },
      { name: 'audience', value: named.slice(0, maxShown).join(', ') },
    ]);
  },
};

/** Most audiences of one token that are shown; genuine tokens name one or two. */
const maxShown = 8;

const knowsAudiences = ({ audiences, audienceTexts }: Provider): boolean =>
  audiences !== undefined || audienceTexts !== undefined;

function isExpected(
  text: string,
  { audiences = [], audienceTexts = [], applications = [] }: Provider,
): boolean {
  if (audienceTexts.includes(text)) return true;
  const audience = findAudience(text);
  if (audience !== null) return audiences.includes(audience.id);
  // An ID token is made for the application that asked for it.
  const application = readApplicationId(text);
  return application !== null && applications.includes(application);
}
