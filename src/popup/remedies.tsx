import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { recheck, text } from '../protocol/client.ts';
import type { SessionView } from '../protocol/views.ts';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import { Section } from './section.tsx';
import { verdictMessage } from './verdict-names.ts';

/** What to do: the remedies of what failed, and the one button that helps most. */
export function Remedies({ session }: { readonly session: SessionView }): VNode {
  const sentences = [
    ...new Set(listFailedRules(session).map(({ id }) => text(ruleMessage(id, 'remedy')))),
  ];
  const shown = sentences.length > 0 ? sentences : [text(verdictMessage('todo', session.verdict))];
  return (
    <Section title={text('todo_heading')}>
      {shown.map((sentence) => (
        <p class="remedy" key={sentence}>
          {sentence}
        </p>
      ))}
      {session.verdict === 'danger' && session.signOutUrl !== null && (
        <a class="button button-danger" href={session.signOutUrl} target="_blank" rel="noreferrer">
          {text('sign_out_everywhere')}
        </a>
      )}
      {session.verdict === 'undetermined' && <TryAgain />}
    </Section>
  );
}

function TryAgain(): VNode {
  const [isTrying, setTrying] = useState(false);
  const start = async () => {
    setTrying(true);
    await recheck().catch(() => undefined);
    setTimeout(() => setTrying(false), 2000);
  };
  return (
    <button class="button" type="button" aria-disabled={isTrying} onClick={() => void start()}>
      {text(isTrying ? 'trying' : 'try_again')}
    </button>
  );
}
