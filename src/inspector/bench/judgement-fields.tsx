import type { VNode } from 'preact';
import { providers } from '../../core/index.ts';
import { text } from '../../protocol/client.ts';
import { countedText } from '../../ui/counted-text.ts';

/** How tokens are judged, as the fields hold it. */
export interface Judgement {
  /** A webmail's host; empty: the file's own word counts. */
  readonly host: string;
  /** As the browser's field for a date and a time writes it; empty: the file's own time, or now. */
  readonly moment: string;
  readonly keyFiles: readonly File[];
}

/** Choices that most people never need: one step away. */
export function JudgementFields({
  judgement,
  onChange,
}: {
  readonly judgement: Judgement;
  readonly onChange: (judgement: Judgement) => void;
}): VNode {
  const { host, moment, keyFiles } = judgement;
  return (
    <details class="bench-options">
      <summary>{text('inspector_bench_options')}</summary>
      <div class="bench-fields">
        <div class="field">
          <label for="bench-webmail">{text('inspector_bench_webmail')}</label>
          <select
            id="bench-webmail"
            value={host}
            onChange={({ currentTarget }) => onChange({ ...judgement, host: currentTarget.value })}
          >
            <option value="">{text('inspector_bench_webmail_of_file')}</option>
            {providers.map(({ id, name, hosts }) => (
              <option key={id} value={hosts[0] ?? ''}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="bench-time">{text('inspector_bench_time')}</label>
          <input
            id="bench-time"
            type="datetime-local"
            step={1}
            min="1970-01-02T00:00:00"
            max="9999-12-30T00:00:00"
            value={moment}
            aria-describedby="bench-time-hint"
            onInput={({ currentTarget }) => onChange({ ...judgement, moment: currentTarget.value })}
          />
          <p class="hint" id="bench-time-hint">
            {text('inspector_bench_time_hint')}
          </p>
        </div>
        <div class="field">
          <label for="bench-keys">{text('inspector_bench_keys')}</label>
          <input
            id="bench-keys"
            type="file"
            multiple
            accept=".json,application/json"
            aria-describedby="bench-keys-hint"
            onChange={({ currentTarget }) =>
              onChange({ ...judgement, keyFiles: [...(currentTarget.files ?? [])] })
            }
          />
          <p class="hint" id="bench-keys-hint">
            {text('inspector_bench_keys_hint')}
          </p>
          {keyFiles.length > 0 && (
            <p role="status">{countedText('inspector_bench_keys_chosen', keyFiles.length)}</p>
          )}
        </div>
      </div>
    </details>
  );
}
