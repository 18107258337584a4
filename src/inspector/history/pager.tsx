import type { VNode } from 'preact';
import { text } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';

/** Leads to newer and older pages of a list; nothing where there is one page. */
export function Pager({
  offset,
  size,
  total,
  onOffset,
}: {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}): VNode | null {
  if (total <= size && offset === 0) return null;
  const last = Math.max(0, Math.ceil(total / size) - 1) * size;
  return (
    <nav class="pager no-print" aria-label={text('inspector_history_pages')}>
      <Step way="newest" target={0} isOff={offset === 0} onOffset={onOffset} />
      <Step way="newer" target={offset - size} isOff={offset === 0} onOffset={onOffset} />
      <Step way="older" target={offset + size} isOff={offset >= last} onOffset={onOffset} />
      <Step way="oldest" target={last} isOff={offset >= last} onOffset={onOffset} />
    </nav>
  );
}

/** A button that stays where it is, and keeps the focus, when it leads nowhere. */
function Step({
  way,
  target,
  isOff,
  onOffset,
}: {
  readonly way: 'newest' | 'newer' | 'older' | 'oldest';
  readonly target: number;
  readonly isOff: boolean;
  readonly onOffset: (offset: number) => void;
}): VNode {
  return (
    <button
      class="button button-quiet"
      type="button"
      aria-disabled={isOff}
      onClick={() => !isOff && onOffset(Math.max(0, target))}
    >
      {way === 'newer' && <Icon name="back" />}
      {text(`inspector_history_${way}`)}
      {way === 'older' && <Icon name="forward" />}
    </button>
  );
}
