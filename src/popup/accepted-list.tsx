import type { VNode } from 'preact';
import { text, uiLanguage } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { formatMoment } from '../ui/format.ts';
import { ruleMessage } from './failed-rules.ts';
import { Section } from './section.tsx';
import { Sign } from './sign.tsx';

/** What was found and the person said is fine: never out of sight, and where it can be taken back. */
export function AcceptedList({ session }: { readonly session: SessionView }): VNode | null {
  const accepted = new Map<string, number>();
  for (const outcome of session.inspections.flatMap(({ outcomes }) => outcomes)) {
    if (outcome.outcome !== 'fail' || outcome.acceptedAtMs === undefined) continue;
    accepted.set(outcome.rule, outcome.acceptedAtMs);
  }
  if (accepted.size === 0) return null;
  return (
    <Section title={text('popup_accepted_heading')}>
      <ul class="checks">
        {[...accepted].map(([rule, atMs]) => (
          <li class="check" data-accepted={rule} key={rule}>
            <Sign outcome="note" />
            <span>
              {text(ruleMessage(rule, 'title'))}
              <span class="check-reason">
                {text('popup_accepted_on', [formatMoment(atMs, uiLanguage())])}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
