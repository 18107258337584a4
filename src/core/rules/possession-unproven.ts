import { readBoundKey } from '../proof/check-proof.ts';
import type { UseContext } from '../sighting.ts';
import { readMember } from '../token/claims.ts';
import type { JsonObject, JsonValue } from '../token/token.ts';
import { fail, notApplicable, type Outcome, pass, type Rule, unknown } from './rule.ts';

export const possessionUnproven: Rule = {
  id: 'possession-unproven',
  severity: 'attention',
  essential: false,
  checks: 'A session bound to a device is used with its proof',
  title: 'This session is bound to a device but was used without the proof.',
  explanation:
    'Some tokens may only be used together with a proof that a certain key is at hand. This one says so and was used as a plain one. Servers that do not look at the binding lose its protection.',
  remedy:
    'If you did not expect this, sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"cnf":{"jkt":"…"}, …}` in `Authorization: Bearer …`, without a `DPoP` header.',
  spec: [
    { label: 'RFC 9449 section 7.1', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-7.1' },
    { label: 'RFC 9449 section 6', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-6' },
    { label: 'RFC 7800 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc7800#section-3.1' },
    { label: 'RFC 8705 section 3', url: 'https://www.rfc-editor.org/rfc/rfc8705#section-3' },
  ],
  needs: ['known-issuer'],
  check: ({ token, context }) => {
    const cnf = readMember(token.claims, 'cnf');
    if (context.presentedAs === 'dpop' || context.presentedAs === 'pop') {
      return context.proofs.length > 0
        ? pass
        : fail('attention', [{ name: 'detail', value: context.presentedAs }]);
    }
    if (cnf === undefined || !plainUses.has(context.presentedAs)) return notApplicable;
    return judgePlainUse(token.claims, cnf, context);
  },
};

/** Ways of sending that ask for no proof; in others a token is kept or handed over, or the proof is around it. */
const plainUses: ReadonlySet<string> = new Set(['bearer', 'msauth', 'other-scheme']);

function judgePlainUse(claims: JsonObject, cnf: JsonValue, { proofs }: UseContext): Outcome {
  const evidence = [{ name: 'detail', value: `cnf ${namesOf(cnf)}` }] as const;
  if (readBoundKey(claims) !== null) {
    // With a proof beside it the wrong word was used for a bound token, no more.
    return fail(proofs.length > 0 ? 'note' : 'attention', evidence);
  }
  // Bound to the certificate of the connection: used as a bearer token by the standard, with the proof below what is seen here.
  if (hasMember(cnf, 'x5t#S256')) return unknown('possession-unseen');
  return fail('note', evidence);
}

const hasMember = (cnf: JsonValue, name: string): boolean =>
  typeof cnf === 'object' && cnf !== null && Object.hasOwn(cnf, name);

const namesOf = (cnf: JsonValue): string =>
  typeof cnf === 'object' && cnf !== null ? Object.keys(cnf).slice(0, 4).join(' ') : typeof cnf;
