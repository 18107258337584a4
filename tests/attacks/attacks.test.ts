import { describe, expect, test } from 'vitest';
import { createSightingMemory, noContext, parsePolicy } from '../../src/core/index.ts';
import { decodeCredential } from '../../src/core/token/decode.ts';
import { commonKeysUrl, consumerKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';
import { bindingKinds, genuineBinding, genuineRequest } from './binding-kinds.ts';
import type { Workshop } from './forge.ts';
import { issuerKinds } from './issuer-kinds.ts';
import { kinds as tokenKinds } from './kinds.ts';
import { nestedKinds } from './nested-kinds.ts';
import { genuinePolicy, policyKinds } from './policy-kinds.ts';
import { boundToken, genuineUse, proofKinds } from './proof-kinds.ts';
import { sessionKinds } from './session-kinds.ts';
import { useKinds } from './use-kinds.ts';

const kinds = [
  ...tokenKinds,
  ...issuerKinds,
  ...sessionKinds,
  ...proofKinds,
  ...bindingKinds,
  ...nestedKinds,
  ...policyKinds,
  ...useKinds,
];
const enterprise = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const enterpriseLike = await createSigningKey(enterpriseOwner);
const government = {
  ...enterpriseLike,
  entry: { ...enterpriseLike.entry, cloud_instance_name: 'microsoftonline.us' },
};
const attacker = await createSigningKey();
const keys = await keyPortOf({
  [commonKeysUrl]: [enterprise.entry, consumer.entry, government.entry],
  [consumerKeysUrl]: [consumer.entry],
});
const token = await signToken(enterprise, entraClaims());
const decoded = decodeCredential(token);
if (decoded.kind !== 'jws') throw new Error('the genuine token cannot be read');
const shop: Workshop = {
  token,
  header: decoded.header,
  claims: decoded.claims,
  enterprise,
  consumer,
  government,
  attacker,
};

describe('forgeries', () => {
  test('there are at least sixty kinds, each with a name of its own', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(kinds.map(({ rule, name }) => `${rule} ${name}`)).size).toBe(kinds.length);
  });

  test('the token that they are made from is genuine', async () => {
    expect((await inspectToken(token, keys)).verdict).toBe('verified');
  });

  test('it is genuine by the policy of an organisation that it belongs to', async () => {
    const { policy, problems } = parsePolicy(genuinePolicy);
    expect(problems).toEqual([]);
    const { verdict } = await inspectToken(token, keys, { policy });
    expect(verdict).toBe('verified');
  });

  test('a bound token is genuine with the proof of its owner', async () => {
    const bound = boundToken(shop);
    const context = { ...noContext, ...genuineUse(bound) };
    const { verdict, outcomes } = await inspectToken(bound, keys, { context });
    expect(verdict).toBe('verified');
    const names = ['possession-unproven', 'proof-invalid', 'proof-for-other-token'];
    for (const rule of [...names, 'proof-for-other-request']) {
      expect(outcomes).toContainEqual({ rule, outcome: 'pass' });
    }
  });

  test('a token in a request that its owner signed is genuine', async () => {
    const named = genuineRequest.forge(shop);
    const context = { ...noContext, ...genuineRequest.context(named) };
    const { verdict, outcomes } = await inspectToken(named, keys, { context });
    expect(verdict).toBe('verified');
    for (const rule of ['possession-unproven', 'proof-invalid', 'proof-for-other-token']) {
      expect(outcomes).toContainEqual({ rule, outcome: 'pass' });
    }
  });

  test('a session whose binding to the device is registered is genuine, and says so', async () => {
    const context = { ...noContext, presentedAs: 'bearer', ...genuineBinding } as const;
    const { verdict, outcomes } = await inspectToken(token, keys, { context });
    expect(verdict).toBe('verified');
    expect(outcomes).toContainEqual({ rule: 'device-binding-broken', outcome: 'pass' });
  });

  test.each(kinds)('$rule catches: $name', async (kind) => {
    const memory = createSightingMemory();
    const earlier = kind.earlier?.(shop) ?? [];
    for (const seen of earlier) await inspectToken(seen, keys, { memory });
    const credential = kind.forge(shop);
    const use = typeof kind.context === 'function' ? kind.context(credential, shop) : kind.context;
    const { verdict, outcomes } = await inspectToken(credential, keys, {
      memory,
      policy: parsePolicy(kind.policy).policy,
      ...kind.sighting,
      context: { ...noContext, presentedAs: 'bearer', ...use },
    });
    const failed = outcomes
      .filter(({ outcome }) => outcome === 'fail')
      .map((outcome) => outcome.rule);
    expect(failed).toContain(kind.rule);
    expect(verdict === 'verified').toBe(kind.isNote === true);
  });

  test.each(sessionKinds.filter(({ context, earlier }) => (earlier ?? context) !== undefined))(
    '$rule needs what was beside it: $name',
    async (kind) => {
      const { outcomes } = await inspectToken(kind.forge(shop), keys);
      const failed = outcomes.flatMap(({ outcome, rule }) => (outcome === 'fail' ? [rule] : []));
      expect(failed).not.toContain(kind.rule);
    },
  );

  test('nothing of a token is in what is remembered of it', async () => {
    const memory = createSightingMemory();
    for (const kind of kinds) await inspectToken(kind.forge(shop), keys, { memory });
    const text = JSON.stringify(memory.snapshot());
    expect(text.length).toBeGreaterThan(10_000);
    for (const part of shop.token.split('.')) expect(text).not.toContain(part.slice(0, 24));
  });
});
