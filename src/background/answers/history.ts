import type { HistoryAnswer, HistoryEntry, VerdictRecord } from '../../protocol/history-schema.ts';
import type { RequestOf } from '../../protocol/messages.ts';
import type { Webmails } from '../session-view.ts';

/** Verdicts that have every word of the query in their record, a page of them. */
export const answerHistory =
  (parts: {
    readonly list: () => Promise<readonly VerdictRecord[]>;
    readonly webmails: () => Webmails;
  }) =>
  async ({ query, offset, limit }: RequestOf<'history'>): Promise<HistoryAnswer> => {
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
    const found = words.length === 0 ? all : all.filter((entry) => hasWords(entry, words));
    return { records: found.slice(offset, offset + limit), total: found.length };
  };

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
