import type { HistoryAnswer, HistoryEntry, VerdictRecord } from '../../protocol/history-schema.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import type { Webmails } from '../session-view.ts';

/** Verdicts that fit the question, a page of them, and every webmail that has some. */
export const answerHistory =
  (parts: {
    readonly list: () => Promise<readonly VerdictRecord[]>;
    readonly webmails: () => Webmails;
  }) =>
  async (asked: RequestOf<'history'>): Promise<HistoryAnswer> => {
    const { query, offset, limit } = asked;
    const names = new Map<string | null, string>(
      parts.webmails().map(({ id, name }) => [id, name]),
    );
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const all = (await parts.list()).map(
      (record): HistoryEntry => ({
        ...record,
        providerName: names.get(record.provider) ?? record.host,
      }),
    );
    const found = all.filter(
      (entry) => isAskedFor(entry, asked) && (words.length === 0 || hasWords(entry, words)),
    );
    return {
      records: found.slice(offset, offset + limit),
      total: found.length,
      webmails: listWebmails(all),
    };
  };

function isAskedFor(
  { verdict, provider, atMs }: HistoryEntry,
  asked: RequestOf<'history'>,
): boolean {
  return (
    (asked.verdict === undefined || verdict === asked.verdict) &&
    (asked.provider === undefined || provider === asked.provider) &&
    (asked.fromMs === undefined || atMs >= asked.fromMs) &&
    (asked.beforeMs === undefined || atMs < asked.beforeMs)
  );
}

/** Strangers' hosts are one entry, which the page names. */
function listWebmails(entries: readonly HistoryEntry[]): HistoryAnswer['webmails'] {
  const known = new Map(
    entries.map(({ provider, providerName }) => [provider, provider === null ? '' : providerName]),
  );
  return [...known]
    .map(([provider, providerName]) => ({ provider, providerName }))
    .sort((a, b) => (a.providerName < b.providerName ? -1 : 1));
}

function hasWords(entry: HistoryEntry, words: readonly string[]): boolean {
  const { providerName, account, tenant, verdict, failing, keyId, keyThumbprint } = entry;
  const rules = failing.map(({ rule }) => rule);
  const { issuer, fingerprint, source, host } = entry;
  const day = new Date(entry.atMs).toISOString();
  const text = [providerName, account, tenant, verdict, ...rules, keyId, keyThumbprint, issuer]
    .concat([fingerprint, source, host, day])
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
