import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { SessionView, UnseenWebmail } from '../protocol/views.ts';
import { OtherSessions } from './other-sessions.tsx';
import { Section } from './section.tsx';
import { UnseenWebmails } from './unseen-webmails.tsx';

/** States in which a webmail may be open and is not checked. */
const unchecked: ReadonlySet<string> = new Set([
  'permission-missing',
  'site-closed',
  'hidden',
  'no-answer',
]);

/** A popup without a session of this tab: one sentence, why, and what to do. */
export function Plain({
  name,
  webmail,
  unseen,
  others,
}: {
  readonly name: string;
  readonly webmail: string;
  readonly unseen: readonly UnseenWebmail[];
  readonly others: readonly SessionView[];
}): VNode {
  const message = name.replaceAll('-', '_');
  const icon = unchecked.has(name) ? 'undetermined' : 'idle';
  return (
    <main data-state={name}>
      <header class="verdict" aria-live="polite">
        <img class="verdict-icon" src={`/icons/${icon}.svg`} alt="" />
        <h1>{text(`verdict_${message}`, [webmail])}</h1>
      </header>
      {name !== 'loading' && (
        <>
          <Section title={text('why_heading')}>
            <p>{text(`why_${message}`)}</p>
          </Section>
          <Section title={text('todo_heading')}>
            <p>{text(`todo_${message}`)}</p>
          </Section>
        </>
      )}
      <UnseenWebmails webmails={unseen} />
      <OtherSessions sessions={others} />
    </main>
  );
}
