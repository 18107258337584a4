import { readFileSync } from 'node:fs';
import { createKeyCache, type KeyCache } from '../../src/background/key-cache/key-cache.ts';
import { readKeyFiles } from '../../src/cli/key-files.ts';
import {
  issuers,
  type KeyDocument,
  type KeyPort,
  parseKeyDocument,
  type RuleOutcome,
  rules,
  type Severity,
} from '../../src/core/index.ts';
import { matchIssuers } from '../../src/core/issuers/template.ts';
import { selectKey } from '../../src/core/keys/select.ts';
import { runRules } from '../../src/core/rules/run.ts';
import type { RecordedDocument } from '../../src/input/keys/recorded-document.ts';
import { factsOf } from './facts.ts';
import { consumerOwner, enterpriseTenant } from './tokens.ts';

export type Entry = Readonly<Record<string, unknown>>;

/** One answer of a key server, as it was recorded or as an attacker would have it. */
export interface Answer {
  readonly url: string;
  readonly atMs: number;
  readonly keys: readonly Entry[];
}

/** The recorded answers whose time is known, as their servers wrote them, oldest first. */
export async function readAnswers(corpus: string): Promise<readonly Answer[]> {
  const recorded = await readKeyFiles(`${corpus}/key-documents`, () => {});
  return recorded
    .flatMap(({ url, file, observedAtMs }) =>
      observedAtMs === null ? [] : [{ url, atMs: observedAtMs, keys: readEntries(file) }],
    )
    .sort((a, b) => a.atMs - b.atMs);
}

function readEntries(file: string): readonly Entry[] {
  const { jwks }: { readonly jwks: { readonly keys: readonly Entry[] } } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return jwks.keys;
}

/** What a browser keeps on disk: key documents and their histories. */
interface Disk {
  readonly documents: Map<string, unknown>;
  readonly histories: Map<string, unknown>;
}

export interface Replay {
  readonly cache: KeyCache;
  readonly answer: (answer: Answer) => Promise<void>;
  /** A browser that was started anew with what this one has on disk. */
  readonly restart: () => () => Replay;
}

/** The key cache of the browser, which gets answers one by one. */
export function createReplay(disk: Disk = { documents: new Map(), histories: new Map() }): Replay {
  const tableOf = (table: Map<string, unknown>) => ({
    load: async (url: string) => table.get(url),
    save: async (url: string, record: unknown) => void table.set(url, structuredClone(record)),
  });
  let nowMs = 0;
  /** Servers go on answering what they answered last. */
  const latest = new Map<string, Answer>();
  const allowed = new Set(
    issuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url)),
  );
  const cache = createKeyCache({
    allowedUrls: () => allowed,
    table: tableOf(disk.documents),
    histories: tableOf(disk.histories),
    fetchDocument: async (url) => {
      const answer = latest.get(url);
      if (answer === undefined) return { kind: 'problem', problem: 'offline', clockErrorMs: null };
      const value = { keys: answer.keys };
      return { kind: 'document', value, etag: null, lastModified: null, clockErrorMs: 0 };
    },
    nowMs: () => nowMs,
    logProblem: (code) => {
      throw new Error(code);
    },
  });
  return {
    cache,
    answer: async (answer) => {
      latest.set(answer.url, answer);
      nowMs = answer.atMs;
      // A key that nobody has makes the cache ask; what is in use is asked again each hour.
      await cache.read([answer.url], { kid: `${answer.atMs}`, x5t: null });
    },
    restart: () => {
      const documents = new Map(disk.documents);
      const histories = new Map(disk.histories);
      return () => createReplay({ documents: new Map(documents), histories: new Map(histories) });
    },
  };
}

const parsed = new WeakMap<readonly Entry[], Promise<KeyDocument>>();

/** Each answer is parsed once, however many replays it is part of. */
function parseOnce({ url, keys }: Answer): Promise<KeyDocument> {
  const known = parsed.get(keys) ?? parse(url, keys);
  parsed.set(keys, known);
  return known;
}

async function parse(url: string, keys: readonly Entry[]): Promise<KeyDocument> {
  const result = await parseKeyDocument(url, { keys });
  if (!result.ok) throw new Error('an answer is no key document');
  return result.value;
}

/** Recorded answers as the command line reads them from files. */
export function documentsOf(answers: readonly Answer[]): Promise<readonly RecordedDocument[]> {
  return Promise.all(
    answers.map(async (answer) => ({
      file: 'answer',
      url: answer.url,
      observedAtMs: answer.atMs,
      document: await parseOnce(answer),
    })),
  );
}

const keyRules = rules.filter(({ id }) => id.startsWith('key-') || id === 'older-than-its-key');

export interface Session {
  /** Name of the key in the token's header. */
  readonly kid: string;
  readonly iss: string;
  readonly issuedAtMs: number;
  readonly nowMs: number;
}

/** What every rule about keys says of a session whose signature fits. */
export async function judgeKey(port: KeyPort, session: Session): Promise<readonly RuleOutcome[]> {
  const { kid, iss, issuedAtMs, nowMs } = session;
  const [match] = matchIssuers(iss, issuers);
  if (match === undefined) throw new Error(`${iss} is nobody's`);
  const { facts } = await selectKey(match, { kid, x5t: null, alg: 'RS256' }, port);
  const times = { iat: issuedAtMs / 1000, nbf: undefined, exp: undefined };
  return runRules(
    factsOf({
      claims: { iss, tid: match.tenant ?? undefined, ...times },
      header: { kid },
      issuer: { kind: 'known', iss, ...match },
      key: facts,
      nowSeconds: nowMs / 1000,
      timeIsGiven: true,
      provider: null,
    }),
    keyRules,
  );
}

/** Failures above a note, in words. */
export const alarmsOf = (outcomes: readonly RuleOutcome[]): readonly string[] =>
  outcomes.flatMap((outcome) =>
    outcome.outcome === 'fail' && outcome.severity !== 'note'
      ? [wordOf(outcome.rule, outcome.severity)]
      : [],
  );

const wordOf = (rule: string, severity: Severity) => `${rule} ${severity}`;

/** The issuer that Microsoft's entry names: of private accounts, or of any organisation. */
export const issuerOfEntry = (entry: Entry): string =>
  entry['issuer'] === consumerOwner ? consumerOwner : enterpriseIssuer;

export const enterpriseIssuer = `https://login.microsoftonline.com/${enterpriseTenant}/v2.0`;
