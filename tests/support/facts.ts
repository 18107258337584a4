import type { KeyFacts } from '../../src/core/facts.ts';
import {
  defaultPolicy,
  type Facts,
  type Issuer,
  noContext,
  nothingEarlier,
  type Outcome,
  type PublishedKey,
  type Rule,
} from '../../src/core/index.ts';
import { entra } from '../../src/core/issuers/entra.ts';
import { microsoftConsumer } from '../../src/core/issuers/microsoft-consumer.ts';
import type { KeyLife } from '../../src/core/keys/history/life.ts';
import { noNesting } from '../../src/core/nested/inspect-nested.ts';
import { noBinding } from '../../src/core/proof/device-binding.ts';
import { noProof, type ProofFacts } from '../../src/core/proof/proof.ts';
import { outlookWork } from '../../src/core/providers/outlook-work.ts';
import { noCompanions } from '../../src/core/token/companions.ts';
import { decodeCredential } from '../../src/core/token/decode.ts';
import type { UnverifiedToken } from '../../src/core/token/token.ts';
import {
  assembleToken,
  type Claims,
  consumerOwner,
  consumerTenant,
  enterpriseOwner,
  enterpriseTenant,
  entraClaims,
  issuedAt,
} from './tokens.ts';

/** A published key of the enterprise; its material is not used by rules. */
export const enterpriseKey: PublishedKey = {
  jwk: { kty: 'RSA', n: `q${'A'.repeat(340)}E`, e: 'AQAB' },
  kid: 'enterprise-key',
  x5t: 'enterprise-key',
  alg: null,
  owner: enterpriseOwner,
  certificate: null,
  cloudInstance: null,
  certifiesOther: false,
  thumbprint: 'enterprise-thumbprint',
};

export const consumerKey: PublishedKey = {
  ...enterpriseKey,
  kid: 'consumer-key',
  owner: consumerOwner,
  thumbprint: 'consumer-thumbprint',
};

/** Facts of a proof that belongs to its token and its request. */
export const soundProof: ProofFacts & { readonly kind: 'read' } = {
  kind: 'read',
  signature: 'verified',
  method: 'same',
  address: 'same',
  token: 'same',
  key: 'same',
  ageSeconds: 1,
  hasNonce: false,
};

const day = 24 * 3_600_000;

/** A key that has been listed in every answer for a month. */
export const keyLife: KeyLife = {
  firstSeenMs: issuedAt * 1000 - 30 * day,
  lastSeenMs: issuedAt * 1000,
  absentSinceMs: null,
  retiredSinceMs: null,
  returned: null,
  observedAtMs: issuedAt * 1000,
  denseSinceMs: issuedAt * 1000 - 60 * day,
  unevennessMs: 2 * day,
};

/** The facts of the enterprise's published key, with changes. */
export function selectedKey(changes: Partial<SelectedKey> = {}): SelectedKey {
  const { key } = factsOf();
  if (key.kind !== 'selected') throw new Error('no key is selected');
  return { ...key, ...changes };
}

export type SelectedKey = Extract<KeyFacts, { readonly kind: 'selected' }>;

interface FactChanges extends Partial<Facts> {
  readonly claims?: Claims;
  readonly header?: Claims;
}

/** Facts of a genuine Entra token whose signature verified, with changes. */
export function factsOf(changes: FactChanges = {}): Facts {
  const { claims = {}, header = {}, ...rest } = changes;
  const token = decodeCredential(
    assembleToken(
      JSON.stringify({ typ: 'JWT', alg: 'RS256', kid: 'enterprise-key', ...header }),
      JSON.stringify(entraClaims(claims)),
    ),
  );
  if (token.kind !== 'jws') throw new Error(`test token could not be read: ${token.kind}`);
  const [form] = entra.forms;
  if (!form) throw new Error('entra has no issuer form');
  return {
    token,
    host: 'outlook.office.com',
    documentHost: 'outlook.office.com',
    context: { ...noContext, presentedAs: 'bearer' },
    companions: noCompanions,
    nesting: noNesting,
    proof: noProof,
    deviceBinding: noBinding,
    provider: outlookWork,
    issuer: {
      kind: 'known',
      iss: `https://sts.windows.net/${enterpriseTenant}/`,
      issuer: entra,
      form,
      tenant: enterpriseTenant,
    },
    key: {
      kind: 'selected',
      key: enterpriseKey,
      url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
      isSwapped: false,
      life: keyLife,
      formerOwner: null,
      disagreements: [],
      shipped: null,
      connection: null,
      owner: 'this-issuer',
      ownerText: enterpriseOwner,
    },
    signature: { kind: 'verified', form: 'plain' },
    deniedSigner: null,
    nowSeconds: issuedAt + 60,
    clockIsKnown: true,
    timeIsGiven: false,
    policy: defaultPolicy,
    seen: null,
    earlier: nothingEarlier,
    ...rest,
  };
}

/** A token with these exact texts, read. */
export function tokenOf(header: string, claims: string, signature = 'AAAA'): UnverifiedToken {
  const token = decodeCredential(assembleToken(header, claims, signature));
  if (token.kind !== 'jws') throw new Error(`test token could not be read: ${token.kind}`);
  return token;
}

/** The issuer facts of a token of this issuer, in its first form. */
export function issuerOf(issuer: Issuer): Facts['issuer'] {
  const [form] = issuer.forms;
  if (!form) throw new Error('the issuer has no form');
  return { kind: 'known', iss: form.template, issuer, form, tenant: form.tenant };
}

/** The issuer facts of a private Microsoft account. */
export function consumerIssuer(): Facts['issuer'] {
  const [form] = microsoftConsumer.forms;
  if (!form) throw new Error('microsoft-consumer has no issuer form');
  return {
    kind: 'known',
    iss: consumerOwner,
    issuer: microsoftConsumer,
    form,
    tenant: consumerTenant,
  };
}

/** `pass`, `not-applicable`, `unknown:<reason>` or `fail:<severity>`: one word to compare. */
export function answerOf(rule: Rule, facts: Facts): string {
  return wordOf(rule.check(facts));
}

export function wordOf(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'fail':
      return `fail:${outcome.severity}`;
    case 'unknown':
      return `unknown:${outcome.reason}`;
    default:
      return outcome.outcome;
  }
}
