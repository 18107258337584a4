import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import { Hostile } from '../ui/hostile.tsx';
import { Icon } from '../ui/icon.tsx';
import { makeVisible } from '../ui/visible-text.ts';

export interface EntryLine {
  readonly id: string;
  readonly name: string;
  readonly details: readonly string[];
}

/** Issuers or webmails: those of the organisation, which stay, and the person's own. */
export function EntryList({
  empty,
  managed,
  own,
  onEdit,
  onRemove,
}: {
  /** Message for a list with nothing in it. */
  readonly empty: string;
  readonly managed: readonly EntryLine[];
  readonly own: readonly EntryLine[];
  /** By the place among the person's own. */
  readonly onEdit: (at: number) => void;
  readonly onRemove: (at: number) => void;
}): VNode {
  if (managed.length + own.length === 0) return <p class="hint">{text(empty)}</p>;
  return (
    <ul class="entry-list">
      {managed.map((line) => (
        <li class="entry" key={`managed ${line.id}`} data-origin="managed">
          <Words line={line} />
          <span class="badge">
            <Icon name="lock" />
            {text('options_origin_managed')}
          </span>
        </li>
      ))}
      {own.map((line, at) => (
        <li class="entry" key={`own ${line.id}`} data-origin="own">
          <Words line={line} />
          <div class="entry-buttons">
            <button type="button" class="button button-quiet" onClick={() => onEdit(at)}>
              {text('options_entry_change')}
              <span class="visually-hidden">{`: ${makeVisible(line.id)}`}</span>
            </button>
            <button type="button" class="button button-quiet" onClick={() => onRemove(at)}>
              {text('options_entry_remove')}
              <span class="visually-hidden">{`: ${makeVisible(line.id)}`}</span>
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Words({ line }: { readonly line: EntryLine }): VNode {
  return (
    <div>
      <p class="entry-name">
        <Hostile value={line.name} />
      </p>
      {line.details.map((detail) => (
        <p class="hint entry-detail" key={detail}>
          <Hostile value={detail} />
        </p>
      ))}
    </div>
  );
}
