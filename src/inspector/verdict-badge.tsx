import type { VNode } from 'preact';
import type { Verdict } from '../core/index.ts';
import { text } from '../protocol/client.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const icons: Readonly<Record<Verdict, IconName>> = {
  verified: 'check',
  attention: 'warning',
  danger: 'cross',
  undetermined: 'dash',
  'not-inspected': 'dash',
};

/** A verdict in a word, with a drawing of its own. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }): VNode {
  return (
    <span class={`badge badge-${verdict}`} data-verdict={verdict}>
      <Icon name={icons[verdict]} />
      {text(`short_${verdict.replaceAll('-', '_')}`)}
    </span>
  );
}
