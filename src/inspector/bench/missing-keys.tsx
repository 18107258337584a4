import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';
import type { BenchState } from './bench-state.ts';

/** Offers to fetch key lists that tokens need and this browser does not have. Nothing is fetched until the person says so. */
export function MissingKeys({
  urls,
  keys,
  onFetch,
}: {
  readonly urls: readonly string[];
  readonly keys: Extract<BenchState, { kind: 'done' }>['keys'];
  readonly onFetch: () => void;
}): VNode | null {
  // What their servers do not list when they are asked, they do not list.
  if (urls.length === 0 || keys === 'fetched') return null;
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
  const isFetching = keys === 'fetching';
  return (
    <div class="card bench-missing no-print">
      <p>{text('inspector_bench_missing_keys')}</p>
      <p class="hint">
        {text('inspector_bench_missing_hosts', [
          new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(hosts),
        ])}
      </p>
      <p>
        <button class="button" type="button" aria-disabled={isFetching} onClick={onFetch}>
          <Icon name="key" />
          {text(isFetching ? 'inspector_bench_fetching' : 'inspector_bench_fetch')}
        </button>
      </p>
      <p role="status">{keys === 'failed' && text('inspector_bench_fetch_failed')}</p>
    </div>
  );
}
