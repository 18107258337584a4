import type { Inspection, Verdict } from '../inspection.ts';
import { worstVerdict } from '../verdict/worst.ts';
import { endAfterUse, type SessionEnd } from './end.ts';
import { addPlaces, type SeenPlace, type TokenUse } from './place.ts';

/** The tokens of one account in one webmail. Holds inspections only, never a token. */
export interface Session {
  /** Made of provider, tenant and account; the same session has the same id in every tab. */
  readonly id: string;
  /** Id of the webmail; null when a token was seen that no webmail's page sent. */
  readonly provider: string | null;
  readonly tenant: string | null;
  /** Stable id of the account within its tenant; null when no token named one. */
  readonly subject: string | null;
  readonly account: string | null;
  readonly isPrivate: boolean;
  /** By fingerprint, the newest first. */
  readonly inspections: readonly Inspection[];
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
  /** Where its tokens were seen, the newest first. */
  readonly places: readonly SeenPlace[];
  /** That somebody, or something, ended it; null: nothing of that kind was seen. `endOf` also knows what time ends. */
  readonly end: SessionEnd | null;
  /** When it was last used in which tab; `anyTab` for the site's own service worker, which serves all of them. */
  readonly tabs: readonly TabUse[];
}

export interface TabUse {
  readonly tabId: number;
  readonly atMs: number;
}

/** Stands in `TabUse` for requests that belong to no tab. */
export const anyTab = -1;
/** Most tabs that a session remembers. */
export const maxTabs = 64;

/** Most tokens that a session remembers. */
export const maxInspections = 64;
/** A token this long past its end no longer speaks for the session, unless it was dangerous. */
export const graceAfterExpiryMs = 10 * 60_000;

/** What surrounds an inspection. */
export interface UseOfInspection {
  readonly isPrivate: boolean;
  readonly tabIds: readonly number[];
  /** Left out: it was used, not left behind in storage. */
  readonly isLeftBehind?: boolean;
}

/** Whose session a token belongs to. Tokens that name no account share one session of their webmail. */
export function sessionIdOf({ provider, token }: Inspection, isPrivate: boolean): string {
  const parts = [isPrivate ? 'private' : 'open', provider, token?.tenant, token?.subject];
  return parts.map((part) => encodeURIComponent(part ?? '')).join('/');
}

/** Rules about what came with a token, or how it was used. The same token without it says nothing about them. */
const rulesOfCompany: ReadonlySet<string> = new Set([
  'code-hash-mismatch',
  'token-hash-mismatch',
  'possession-unproven',
  'proof-invalid',
  'proof-for-other-request',
  'proof-for-other-token',
  'device-binding-broken',
  'audience-elsewhere',
  'expired-but-accepted',
  'issuer-not-trusted',
]);

/**
 * The session after one more inspection; `known` is null for the first. A repeated token replaces its older inspection, unless
 * that found something wrong about what had come with it.
 */
export function addInspection(
  known: Session | null,
  inspection: Inspection,
  { isPrivate, tabIds, isLeftBehind = false }: UseOfInspection,
): Session {
  const { fingerprint, source, host, seenAtMs } = inspection;
  const use = { fingerprint, source, host, tabIds, atMs: seenAtMs, isLeftBehind };
  const issuedAtSeconds = inspection.token?.issuedAtSeconds ?? null;
  const others = (known?.inspections ?? []).filter(
    (older) => older.fingerprint !== inspection.fingerprint || isAboutCompany(older, inspection),
  );
  return Object.freeze({
    id: sessionIdOf(inspection, isPrivate),
    provider: inspection.provider,
    tenant: inspection.token?.tenant ?? known?.tenant ?? null,
    subject: inspection.token?.subject ?? known?.subject ?? null,
    account: inspection.token?.account ?? known?.account ?? null,
    isPrivate,
    inspections: Object.freeze(keepMostTelling([inspection, ...others])),
    firstSeenAtMs: Math.min(seenAtMs, known?.firstSeenAtMs ?? seenAtMs),
    lastSeenAtMs: Math.max(seenAtMs, known?.lastSeenAtMs ?? 0),
    places: addPlaces(known?.places ?? [], use),
    end: known === null ? null : endAfterUse(known, use, issuedAtSeconds),
    tabs: addTabs(known?.tabs ?? [], tabIds, seenAtMs),
  });
}

/** The session after one of its tokens was used again. */
export function touchSession(session: Session, use: TokenUse): Session {
  return Object.freeze({
    ...session,
    lastSeenAtMs: Math.max(session.lastSeenAtMs, use.atMs),
    places: addPlaces(session.places, use),
    end: session.end === null ? null : endAfterUse(session, use, null),
    tabs: addTabs(session.tabs, use.tabIds, use.atMs),
  });
}

/** The same sighting judged again does replace its older judgement, and so does another that finds the same. */
function isAboutCompany(older: Inspection, newer: Inspection): boolean {
  if (older.seenAtMs === newer.seenAtMs) return false;
  return older.outcomes.some(
    ({ outcome, rule }) =>
      outcome === 'fail' &&
      rulesOfCompany.has(rule) &&
      !newer.outcomes.some((other) => other.rule === rule && other.outcome === 'fail'),
  );
}

function addTabs(
  known: readonly TabUse[],
  tabIds: readonly number[],
  atMs: number,
): readonly TabUse[] {
  const used = tabIds.length > 0 ? tabIds : [anyTab];
  const others = known.filter(({ tabId }) => !used.includes(tabId));
  // A use that is judged again later is older than the last one.
  const latest = (tabId: number) =>
    Math.max(atMs, known.find((use) => use.tabId === tabId)?.atMs ?? atMs);
  return [...used.map((tabId) => ({ tabId, atMs: latest(tabId) })), ...others].slice(0, maxTabs);
}

/** Whether a session was used in a tab since the page in it was loaded. */
export function isUsedInTab({ tabs }: Session, tabId: number, loadedAtMs: number): boolean {
  return tabs.some(
    (use) => (use.tabId === tabId || use.tabId === anyTab) && use.atMs >= loadedAtMs,
  );
}

/** Within the bound the newest stay; a danger is never pushed out by what came later. */
function keepMostTelling(inspections: readonly Inspection[]): readonly Inspection[] {
  if (inspections.length <= maxInspections) return inspections;
  const dangers = inspections.filter(({ verdict }) => verdict === 'danger');
  const others = inspections.filter(({ verdict }) => verdict !== 'danger');
  return [...dangers, ...others].slice(0, maxInspections);
}

/** The worst verdict among the tokens that still count at `nowMs`. */
export function sessionVerdict(session: Session, nowMs: number): Verdict {
  const current = session.inspections.filter((inspection) => counts(inspection, nowMs));
  const counted = current.length > 0 ? current : session.inspections.slice(0, 1);
  return worstVerdict(counted.map(({ verdict }) => verdict));
}

/** An expired token that is no longer used says nothing about today's session; being used late keeps it in. */
function counts({ verdict, token, seenAtMs }: Inspection, nowMs: number): boolean {
  if (verdict === 'danger') return true;
  const endsAtMs = Math.max((token?.expiresAtSeconds ?? 0) * 1000, seenAtMs);
  return nowMs <= endsAtMs + graceAfterExpiryMs;
}
