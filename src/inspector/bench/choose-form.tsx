import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Choices, Failure } from './bench-state.ts';
import { DropZone } from './drop-zone.tsx';
import { type Judgement, JudgementFields } from './judgement-fields.tsx';
import { readMoment } from './moment.ts';

/** What is to be checked, and how. The pasted text lives in the field alone. */
export function ChooseForm({
  failure,
  onStart,
  onRefuse,
}: {
  readonly failure: Failure | null;
  readonly onStart: (choices: Choices) => void;
  readonly onRefuse: (failure: Failure) => void;
}): VNode {
  const [pasted, setPasted] = useState('');
  const [judgement, setJudgement] = useState<Judgement>({ host: '', moment: '', keyFiles: [] });
  const start = (source: Blob, name: string | null) =>
    onStart({
      source,
      name,
      host: judgement.host === '' ? null : judgement.host,
      atMs: readMoment(judgement.moment),
      keyFiles: judgement.keyFiles,
    });
  return (
    <div class="bench">
      <p class="lead">{text('inspector_bench_lead')}</p>
      <div role="alert">
        {failure !== null && (
          <p class="bench-failure" data-failure={failure}>
            <Icon name="warning" />
            {text(`inspector_bench_failure_${failure.replaceAll('-', '_')}`)}
          </p>
        )}
      </div>
      <div class="bench-ways">
        <DropZone onFile={(file) => start(file, file.name)} onRefuse={() => onRefuse('folder')} />
        <form
          class="field bench-paste"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            if (pasted.trim() !== '') start(new Blob([pasted]), null);
          }}
        >
          <label for="bench-paste">{text('inspector_bench_paste')}</label>
          <textarea
            id="bench-paste"
            class="exact"
            rows={6}
            dir="ltr"
            spellcheck={false}
            autocomplete="off"
            aria-describedby="bench-paste-hint"
            value={pasted}
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
          <p class="hint" id="bench-paste-hint">
            {text('inspector_bench_paste_hint')}
          </p>
          <p>
            <button class="button" type="submit" aria-disabled={pasted.trim() === ''}>
              {text('inspector_bench_check')}
            </button>
          </p>
        </form>
      </div>
      <JudgementFields judgement={judgement} onChange={setJudgement} />
    </div>
  );
}
