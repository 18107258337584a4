import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import { Icon } from '../ui/icon.tsx';

/** How long the browser may take to read a file that it was handed, milliseconds. */
const readingMs = 60_000;

/** Saves a JSON text as a file. Nothing leaves the computer. */
export function DownloadButton({
  label,
  fileName,
  build,
}: {
  readonly label: string;
  readonly fileName: string;
  readonly build: () => string;
}): VNode {
  const save = () => {
    const url = URL.createObjectURL(new Blob([build()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), readingMs);
  };
  return (
    <button
      class="button button-quiet"
      type="button"
      title={text('inspector_saves')}
      onClick={save}
    >
      <Icon name="download" />
      {label}
    </button>
  );
}
