import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { UnseenWebmail } from '../protocol/views.ts';
import { Section } from './section.tsx';

/** Webmails that Countersign may not look at, each with the reason. */
export function UnseenWebmails({
  webmails,
}: {
  readonly webmails: readonly UnseenWebmail[];
}): VNode | null {
  if (webmails.length === 0) return null;
  return (
    <Section title={text('unseen_heading')}>
      <ul class="unseen">
        {webmails.map(({ providerName, reason }) => (
          <li key={providerName} data-reason={reason}>
            <span>{providerName}</span>
            <span class="check-reason">{text(`unseen_${reason.replaceAll('-', '_')}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
