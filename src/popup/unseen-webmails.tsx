import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { UnseenWebmail } from '../protocol/views.ts';
import { AllowButton } from './allow-button.tsx';
import { Section } from './section.tsx';

/** Webmails that Countersign may not look at, each with the reason, and a button where the person can change it. */
export function UnseenWebmails({
  webmails,
}: {
  readonly webmails: readonly UnseenWebmail[];
}): VNode | null {
  if (webmails.length === 0) return null;
  return (
    <Section title={text('unseen_heading')}>
      <ul class="unseen">
        {webmails.map(({ providerName, reason, askHosts }) => (
          <li key={providerName} data-reason={reason}>
            <span>{providerName}</span>
            <span class="check-reason">{text(`unseen_${reason.replaceAll('-', '_')}`)}</span>
            {askHosts.length > 0 && (
              <AllowButton
                hosts={askHosts}
                label={text('popup_allow_one', [providerName])}
                isMain={false}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
