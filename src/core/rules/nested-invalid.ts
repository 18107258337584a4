import type { NestedFacts } from '../nested/inspect-nested.ts';
import { fail, notApplicable, pass, type Rule, type Severity, unknown } from './rule.ts';

export const nestedInvalid: Rule = {
  id: 'nested-invalid',
  severity: 'danger',
  essential: false,
  checks: 'Whatever session stands inside this session is genuine too',
  title: 'A session inside this session is not genuine.',
  explanation:
    'A session token can carry another one inside, for a service that acts for you. Each has a seal of its own, and a good one around it says nothing about what is inside. The one inside this session did not stand up to the checks.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Payload `{"actortoken":"eyJ….eyJ….AAAA", …}`: the token inside is forged.',
  spec: [
    { label: 'RFC 8725 section 3.3', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.3' },
    { label: 'RFC 7519 section 7.2', url: 'https://www.rfc-editor.org/rfc/rfc7519#section-7.2' },
  ],
  needs: [],
  check: ({ nesting: { layers, exceedsBounds } }) => {
    if (layers.length === 0) return exceedsBounds ? unknown('nested-too-many') : notApplicable;
    const severities = layers.map(severityOf);
    const worst = (['danger', 'attention', 'note'] as const).find((severity) =>
      severities.includes(severity),
    );
    if (worst !== undefined) {
      return fail(
        worst,
        layers
          .filter(({ failed }) => failed.length > 0)
          .map(({ place, failed }) => ({
            name: 'detail',
            value: `${place}: ${failed.join(', ')}`,
          })),
      );
    }
    if (exceedsBounds) return unknown('nested-too-many');
    return layers.every(({ verdict }) => verdict === 'verified')
      ? pass
      : unknown('nested-unchecked');
  },
};

/** A token in a claim can be over, or be for somebody else, without anything being wrong; one that is the whole payload is the session. */
function severityOf({ place, verdict }: NestedFacts): Severity | null {
  if (verdict === 'danger') return 'danger';
  if (verdict !== 'attention') return null;
  return place === 'payload' ? 'attention' : 'note';
}
