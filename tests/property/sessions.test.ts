import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createSightingMemory,
  noContext,
  type Presentation,
  type RuleOutcome,
  rules,
  type SightingMemory,
} from '../../src/core/index.ts';
import { runRules } from '../../src/core/rules/run.ts';
import { recallFacts, rememberFacts } from '../../src/core/session/recall.ts';
import { factsOf } from '../support/facts.ts';
import { sightingOf } from '../support/inspections.ts';
import { type Claims, enterpriseTenant, issuedAt, otherTenant } from '../support/tokens.ts';

/** A longer run sets COUNTERSIGN_RUNS=1000000. */
const runs = Math.ceil(Number(process.env['COUNTERSIGN_RUNS'] ?? 100_000) * 0.05);
const timeoutMs = 120_000 + runs * 30;

const sessionRules = rules.filter(({ id }) =>
  ['token-id-reused', 'claims-disagree', 'account-switched', 'tenant-switched'].includes(id),
);

/** People of a tenant; the first is a guest elsewhere, under the same sign-in. */
const people = ['ada', 'bob', 'cem'] as const;
const applications = ['outlook', 'add-in', 'client-of-its-own'] as const;
const audiences = ['https://outlook.office.com', 'https://graph.microsoft.com'] as const;
const tabs = [1, 2, 3] as const;

/** What a genuine person, webmail and issuer do. */
type Step =
  | { readonly do: 'load'; readonly tab: number; readonly isSignInPage: boolean }
  | { readonly do: 'close'; readonly tab: number }
  | { readonly do: 'restart' }
  | { readonly do: 'sign-in'; readonly person: number; readonly use: Use }
  | { readonly do: 'refresh'; readonly person: number; readonly use: Use }
  | { readonly do: 'program'; readonly use: Use }
  /** A token of before is seen again, perhaps elsewhere. */
  | { readonly do: 'again'; readonly which: number; readonly use: Use };

interface Use {
  readonly tab: number | null;
  readonly application: (typeof applications)[number];
  readonly audience: (typeof audiences)[number];
  readonly asGuest: boolean;
  readonly isOnline: boolean;
  readonly isPrivate: boolean;
  readonly isStored: boolean;
  readonly hasSid: boolean;
  readonly passedMs: number;
}

const use: fc.Arbitrary<Use> = fc.record({
  tab: fc.option(fc.constantFrom(...tabs)),
  application: fc.constantFrom(...applications),
  audience: fc.constantFrom(...audiences),
  asGuest: fc.boolean(),
  isOnline: fc.boolean(),
  isPrivate: fc.boolean(),
  isStored: fc.boolean(),
  hasSid: fc.boolean(),
  passedMs: fc.nat({ max: 3_600_000 }),
});
const person = fc.nat({ max: people.length - 1 });
const tab = fc.constantFrom(...tabs);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('load' as const), tab, isSignInPage: fc.boolean() }),
  fc.record({ do: fc.constant('close' as const), tab }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({ do: fc.constant('sign-in' as const), person, use }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('refresh' as const), person, use }) },
  fc.record({ do: fc.constant('program' as const), use }),
  fc.record({ do: fc.constant('again' as const), which: fc.nat(), use }),
);
const steps = fc.array(step, { minLength: 2, maxLength: 30 });

interface Seen {
  readonly claims: Claims;
  readonly isPrivate: boolean;
  readonly isVerified: boolean;
  readonly outcomes: readonly RuleOutcome[];
}

/** A browser in which these steps happen; answers what was judged. */
function createWorld() {
  let memory: SightingMemory = createSightingMemory();
  let nowMs = issuedAt * 1000;
  let count = 0;
  const sids = new Map<number, string>();
  const seen: Seen[] = [];

  function judge(claims: Claims, how: Use, presentedAs: Presentation): Seen {
    nowMs += how.passedMs;
    const known = factsOf({
      claims,
      nowSeconds: nowMs / 1000,
      signature: how.isOnline
        ? { kind: 'verified', form: 'plain' }
        : { kind: 'not-checked', reason: 'key-unavailable' },
    });
    const sighting = sightingOf({
      seenAtMs: nowMs,
      tabIds: how.tab === null ? [] : [how.tab],
      isPrivate: how.isPrivate,
      context: { ...noContext, presentedAs },
    });
    // The claims' text stands for the token's: one signature goes with one content.
    const fingerprint = known.token.segments.claims;
    const facts = recallFacts(known, sighting, fingerprint, memory);
    const outcomes = runRules(facts, sessionRules);
    rememberFacts(facts, sighting, memory);
    const result = { claims, isPrivate: how.isPrivate, isVerified: how.isOnline, outcomes };
    seen.push(result);
    return result;
  }

  /** Claims of one person's token; a guest is another object in the other tenant, under the same sign-in. */
  function claimsOf(who: number, how: Use, uti: string, isIdToken: boolean): Claims {
    const name = people[who] ?? 'ada';
    const isGuest = how.asGuest && name === 'ada';
    const audience = isIdToken ? how.application : how.audience;
    const tid = isGuest ? otherTenant : enterpriseTenant;
    return {
      aud: how.application === 'client-of-its-own' ? how.application : audience,
      appid: isIdToken ? undefined : how.application,
      nonce: isIdToken ? `n${uti}` : undefined,
      tid,
      iss: `https://sts.windows.net/${tid}/`,
      oid: `${name}${isGuest ? '-as-guest' : ''}`,
      sub: `${name} at ${isIdToken ? how.application : audience} of ${tid}`,
      upn: isGuest ? undefined : `${name}@contoso.example`,
      puid: isIdToken ? undefined : `puid-of-${name}-in-${tid}`,
      sid: how.hasSid ? sids.get(who) : undefined,
      iat: Math.floor(nowMs / 1000),
      nbf: Math.floor(nowMs / 1000),
      exp: Math.floor(nowMs / 1000) + 4500,
      uti,
    };
  }

  const presented = (how: Use): Presentation => (how.isStored ? 'storage' : 'bearer');

  function take(one: Step): void {
    switch (one.do) {
      case 'load':
        memory.noteStart({ tabId: one.isSignInPage ? null : one.tab, atMs: nowMs });
        return;
      case 'close':
        memory.forgetTab(one.tab);
        return;
      case 'restart': {
        const stored = structuredClone(memory.snapshot());
        memory = createSightingMemory();
        memory.restore(stored);
        return;
      }
      case 'sign-in': {
        // Both tokens of the answer carry one number, as measured.
        sids.set(one.person, `sid${++count}`);
        const uti = `uti${++count}`;
        judge(claimsOf(one.person, one.use, uti, true), one.use, 'id-token');
        judge(claimsOf(one.person, one.use, uti, false), one.use, presented(one.use));
        return;
      }
      case 'refresh':
        if (!sids.has(one.person)) sids.set(one.person, `sid${++count}`);
        judge(claimsOf(one.person, one.use, `uti${++count}`, false), one.use, presented(one.use));
        return;
      case 'program': {
        const own = { oid: 'program', sub: 'program', upn: undefined, idtyp: 'app' };
        const claims = claimsOf(1, one.use, `uti${++count}`, false);
        judge({ ...claims, ...own, sid: undefined, puid: undefined }, one.use, 'bearer');
        return;
      }
      case 'again': {
        const earlier = seen[one.which % Math.max(1, seen.length)];
        if (earlier !== undefined) judge(earlier.claims, one.use, presented(one.use));
      }
    }
  }
  return { take, judge, seen };
}

const severities = (outcomes: readonly RuleOutcome[], id: string) =>
  outcomes.flatMap((one) => (one.rule === id && one.outcome === 'fail' ? [one.severity] : []));

describe(`sessions of genuine tokens (${runs})`, () => {
  test(
    'several accounts, tabs, guests, programs, refreshed and repeated tokens are never more than a note',
    () => {
      let passes = 0;
      fc.assert(
        fc.property(steps, (sequence) => {
          const world = createWorld();
          for (const one of sequence) world.take(one);
          const all = world.seen.flatMap(({ outcomes }) => outcomes);
          passes += all.filter(({ outcome }) => outcome === 'pass').length;
          return all.every((one) => one.outcome !== 'fail' || one.severity === 'note');
        }),
        { numRuns: runs },
      );
      // The rules had something to compare.
      expect(passes).toBeGreaterThan(runs);
    },
    timeoutMs,
  );

  const changes = fc.constantFrom<Claims>(
    { scp: 'full_access_as_user' },
    { roles: ['full_access_as_app'] },
    { exp: issuedAt + 90_000_000 },
    { oid: 'eve' },
    { upn: 'eve@contoso.example' },
    { name: 'Eve' },
  );

  test(
    'a token made from one of them is found whenever it comes',
    () => {
      let injected = 0;
      fc.assert(
        fc.property(steps, fc.nat(), changes, use, (sequence, which, change, how) => {
          const world = createWorld();
          for (const one of sequence) world.take(one);
          const access = world.seen.filter(({ claims }) => claims['appid'] !== undefined);
          const victim = access[which % Math.max(1, access.length)];
          if (victim === undefined) return true;
          injected++;
          const { isPrivate } = victim;
          const now = { ...how, isPrivate, passedMs: 0 };
          const forged = world.judge({ ...victim.claims, ...change }, now, 'bearer');
          return severities(forged.outcomes, 'token-id-reused').includes('danger');
        }),
        { numRuns: runs },
      );
      expect(injected).toBeGreaterThan(runs / 2);
    },
    timeoutMs,
  );

  test(
    'another account under a sign-in that was seen is found whenever it comes',
    () => {
      let injected = 0;
      fc.assert(
        fc.property(steps, fc.nat(), use, (sequence, which, how) => {
          const world = createWorld();
          for (const one of sequence) world.take(one);
          const signedIn = world.seen.filter(({ claims }) => claims['sid'] !== undefined);
          const victim = signedIn[which % Math.max(1, signedIn.length)];
          if (victim === undefined) return true;
          injected++;
          const now = { ...how, isPrivate: victim.isPrivate, passedMs: 0 };
          const forged = { ...victim.claims, oid: 'eve', sub: 'eve', uti: 'uti-of-eve' };
          const { outcomes } = world.judge(forged, now, 'bearer');
          return severities(outcomes, 'claims-disagree').includes('attention');
        }),
        { numRuns: runs },
      );
      expect(injected).toBeGreaterThan(runs / 2);
    },
    timeoutMs,
  );
});
