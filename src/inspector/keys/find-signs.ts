import {
  deniedKeys,
  type KeyHistoryExport,
  leastNameLength,
  newForMs,
  ownersContradict,
} from '../../core/index.ts';
import { type KeySign, type SignKind, signKinds } from './key-line.ts';

type ExportedDocument = KeyHistoryExport['documents'][number];
type ExportedKey = ExportedDocument['keys'][number];

/** What a key is compared with. */
export interface Witnessed {
  readonly history: KeyHistoryExport;
  readonly document: ExportedDocument;
  /** Of the document's first answer, milliseconds since the epoch. */
  readonly firstMs: number;
  readonly nowMs: number;
  /** Thumbprints of keys of which a check of a token found that witnesses disagree. */
  readonly disputed: ReadonlySet<string>;
}

/** What is told of a key beyond its dates, the worst first, each kind once with its newest time. */
export function findSigns(key: ExportedKey, witnessed: Witnessed): readonly KeySign[] {
  const found = new Map<SignKind, number | null>();
  const add = (kind: SignKind, time: string | null) => {
    const ms = time === null ? Number.NaN : Date.parse(time);
    const before = found.get(kind) ?? null;
    const atMs = Number.isFinite(ms) ? ms : null;
    found.set(kind, before === null || atMs === null ? (atMs ?? before) : Math.max(before, atMs));
  };
  if (isDenied(key)) add('denied', null);
  for (const { thumbprint, until } of key.earlier) {
    add(thumbprint === key.thumbprint ? 'owner-changed' : 'swapped', until);
  }
  if (witnessed.disputed.has(key.thumbprint) || isContradicted(key, witnessed)) {
    add('disagrees', null);
  }
  if (key.returned_at !== null) add('returned', key.returned_at);
  const { certificate } = key;
  if (certificate !== null && Date.parse(certificate.not_after) < Date.parse(key.last_seen)) {
    add('certificate-over', certificate.not_after);
  }
  if (key.retired_since !== null) add('retired', key.retired_since);
  else if (key.absent_since !== null) add('absent', key.absent_since);
  if (isNew(key, witnessed)) add('new', key.first_seen);
  return signKinds.flatMap((kind) => {
    const atMs = found.get(kind);
    return atMs === undefined ? [] : [{ kind, atMs }];
  });
}

/** By its material, the present or an earlier one: a name alone says nothing. */
function isDenied({ thumbprint, earlier }: ExportedKey): boolean {
  const materials = new Set([thumbprint, ...earlier.map((one) => one.thumbprint)]);
  return deniedKeys.some((denied) => materials.has(denied.key.thumbprint));
}

/** Whether the document was watched for long enough to know that the key was not there before. */
function isNew(key: ExportedKey, { document, firstMs, nowMs }: Witnessed): boolean {
  const atMs = Date.parse(key.first_seen);
  return (
    nowMs - atMs < newForMs && atMs > firstMs + document.unevenness_seconds * 1000 && atMs <= nowMs
  );
}

/** Whether another document names another key so at the same host, or says that this very key is somebody else's. */
function isContradicted(key: ExportedKey, { history, document }: Witnessed): boolean {
  const { url } = document;
  const isName = key.kid.length >= leastNameLength;
  return history.documents.some(
    (other) =>
      other.url !== url &&
      other.keys.some((one) => {
        if (one.thumbprint === key.thumbprint) {
          return ownersContradict({ url, owner: key.owner }, { url: other.url, owner: one.owner });
        }
        return isName && one.kid === key.kid && originOf(other.url) === originOf(url);
      }),
  );
}

const originOf = (url: string): string => url.split('/', 3).join('/');
