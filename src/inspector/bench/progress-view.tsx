import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatBytes } from '../../ui/format.ts';
import { FileName } from './file-name.tsx';
import type { Progress } from './work/messages.ts';

/** How far the reading is, and a way to stop it. */
export function ProgressView({
  name,
  progress: { bytes, allBytes, judged, all },
  onStop,
}: {
  readonly name: string | null;
  readonly progress: Progress;
  readonly onStop: () => void;
}): VNode {
  const language = uiLanguage();
  const count = (number: number) => new Intl.NumberFormat(language).format(number);
  const isRead = bytes >= allBytes;
  return (
    <div class="bench bench-progress">
      <p class="bench-name" id="bench-doing">
        {text('inspector_bench_working')}
      </p>
      <FileName name={name} />
      {isRead && all !== null ? (
        <progress aria-labelledby="bench-doing" value={judged} max={Math.max(all, 1)} />
      ) : (
        <progress aria-labelledby="bench-doing" value={bytes} max={Math.max(allBytes, 1)} />
      )}
      <p class="hint bench-counts">
        <span>
          {text('inspector_bench_read', [
            formatBytes(bytes, language),
            formatBytes(allBytes, language),
          ])}
        </span>
        <span>
          {all === null
            ? text('inspector_bench_found', [count(judged)])
            : text('inspector_bench_found_of', [count(judged), count(all)])}
        </span>
      </p>
      <p>
        <button class="button button-quiet" type="button" onClick={onStop}>
          {text('inspector_bench_stop')}
        </button>
      </p>
    </div>
  );
}
