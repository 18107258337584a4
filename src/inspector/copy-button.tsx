import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../protocol/client.ts';
import { Icon } from '../ui/icon.tsx';

/** Puts a text on the clipboard, and says whether that worked. */
export function CopyButton({
  label,
  build,
}: {
  readonly label: string;
  readonly build: () => string;
}): VNode {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(build()).then(
      () => setSaid(text('inspector_copied')),
      () => setSaid(text('inspector_copy_failed')),
    );
  };
  return (
    <span class="copy">
      <button class="button button-quiet" type="button" onClick={copy}>
        <Icon name="copy" />
        {label}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
