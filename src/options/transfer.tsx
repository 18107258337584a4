import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { text } from '../protocol/client.ts';
import {
  maxSettingsFile,
  type ReadSettings,
  readSettingsFile,
  type SettingsFileProblem,
  writeSettingsFile,
} from '../protocol/settings-file.ts';
import { Icon } from '../ui/icon.tsx';
import { saveFile } from '../ui/save-file.ts';
import { ImportPreview } from './import-preview.tsx';
import type { OptionProps } from './option-props.ts';
import { Section } from './section.tsx';

/** Takes the settings to another browser, and back after a look at what would change. */
export function Transfer({ section, settings, change }: OptionProps): VNode {
  const [read, setRead] = useState<ReadSettings | null>(null);
  const [problem, setProblem] = useState<SettingsFileProblem | 'unreadable-file' | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const look = async (file: File | undefined) => {
    if (file === undefined) return;
    const result = await readFile(file, settings);
    setProblem(typeof result === 'string' ? result : null);
    setRead(typeof result === 'string' ? null : result);
  };
  const close = () => {
    setRead(null);
    chooser.current?.focus();
  };

  return (
    <Section section={section} lead={text('options_transfer_lead')}>
      <div class="transfer">
        <div>
          <h3>{text('options_export_heading')}</h3>
          <p class="hint">{text('options_export_hint')}</p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              const now = Date.now();
              const day = new Date(now).toISOString().slice(0, 10);
              const file = writeSettingsFile(settings, now);
              saveFile(`countersign-settings-${day}.json`, 'application/json', file);
            }}
          >
            <Icon name="download" />
            {text('options_export_button')}
          </button>
        </div>
        <div class="field">
          <h3>
            <label for="import-file">{text('options_import_heading')}</label>
          </h3>
          <p class="hint" id="import-hint">
            {text('options_import_hint')}
          </p>
          <input
            type="file"
            id="import-file"
            ref={chooser}
            accept=".json,application/json"
            aria-describedby="import-hint import-problem"
            onChange={(event) => {
              const chosen = event.currentTarget;
              // The same file can be chosen again after it was mended.
              void look(chosen.files?.[0]).finally(() => {
                chosen.value = '';
              });
            }}
          />
          <p class="field-problem" id="import-problem" role="alert">
            {problem !== null && text(`options_import_${problem.replaceAll('-', '_')}`)}
          </p>
        </div>
      </div>
      {read !== null && (
        <ImportPreview
          read={read}
          onNo={close}
          onYes={() => {
            close();
            void change(read.settings, 'options_imported');
          }}
        />
      )}
    </Section>
  );
}

/** A file that is too large is refused before a byte of it is read. */
async function readFile(
  file: File,
  settings: OptionProps['settings'],
): Promise<ReadSettings | SettingsFileProblem | 'unreadable-file'> {
  if (file.size > maxSettingsFile) return 'too-large';
  try {
    const result = readSettingsFile(await file.text(), settings);
    return result.ok ? result.value : result.code;
  } catch {
    return 'unreadable-file';
  }
}
