import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { SessionView } from '../protocol/views.ts';
import { makeVisible } from '../ui/visible-text.ts';
import { verdictIcon, verdictMessage } from './verdict-names.ts';

/** The verdict in one sentence, and whom it concerns. Spoken again when it changes. */
export function VerdictHeader({ session }: { readonly session: SessionView }): VNode {
  const { verdict, providerName, account } = session;
  return (
    <header class={`verdict verdict-${verdict}`} aria-live="polite">
      <img class="verdict-icon" src={verdictIcon(verdict)} alt="" />
      <h1>{text(verdictMessage('verdict', verdict), [providerName])}</h1>
      {account !== null && (
        <p class="verdict-account">
          <bdi>{makeVisible(account)}</bdi>
        </p>
      )}
    </header>
  );
}
