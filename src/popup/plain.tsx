import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { SessionView } from '../protocol/views.ts';
import { OtherSessions } from './other-sessions.tsx';
import { Section } from './section.tsx';

/** A popup without a session of this tab: one sentence, why, and what to do. */
export function Plain({
  name,
  webmail,
  others,
}: {
  readonly name: string;
  readonly webmail: string;
  readonly others: readonly SessionView[];
}): VNode {
  const message = name.replaceAll('-', '_');
  const icon = name === 'permission-missing' || name === 'no-answer' ? 'undetermined' : 'idle';
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
      <OtherSessions sessions={others} />
    </main>
  );
}
