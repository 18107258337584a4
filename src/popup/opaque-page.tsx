import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { OpaqueView, SessionView } from '../protocol/views.ts';
import { Picture } from '../ui/picture.tsx';
import { CookieList } from './cookie-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Section } from './section.tsx';
import { Sign } from './sign.tsx';
import { verdictPicture } from './verdict-names.ts';

/** A session that nobody but its provider can check: that this is so, what to do, what is known, and what is not. */
export function OpaquePage({
  webmail,
  known,
  session,
}: {
  readonly webmail: string;
  readonly known: OpaqueView;
  /** What was seen of its tokens; undefined: nothing. */
  readonly session: SessionView | undefined;
}): VNode {
  const [lead] = session?.inspections ?? [];
  return (
    <main data-state="opaque" data-verdict="not-inspected">
      <header class="verdict" aria-live="polite">
        <Picture name={verdictPicture('not-inspected')} />
        <h1>{text('verdict_not_inspected', [webmail])}</h1>
      </header>
      <Section title={text('why_heading')}>
        <p>{text('why_not_inspected')}</p>
      </Section>
      <Section title={text('todo_heading')}>
        <p>{text('todo_opaque')}</p>
        <a class="button button-quiet" href={known.signOutUrl} target="_blank" rel="noreferrer">
          {text('end_sessions')}
        </a>
      </Section>
      <Section title={text('known_heading')}>
        <ul class="checks">
          <Fact name={`binding_${nameOf(known.binding)}`} isGood={known.binding === 'in-use'} />
          <Fact name={`id_token_${nameOf(known.idToken)}`} isGood={known.idToken === 'verified'} />
        </ul>
        <CookieList known={known} />
      </Section>
      <Section title={text('not_checked_heading')}>
        <ul class="checks">
          <Limit name="limit_opaque" />
          <Limit name="limit_elsewhere" />
        </ul>
      </Section>
      {lead !== undefined && (
        <EvidenceList inspection={lead} ofSession={session?.inspections ?? []} />
      )}
    </main>
  );
}

const nameOf = (id: string): string => id.replaceAll('-', '_');

function Fact({ name, isGood }: { readonly name: string; readonly isGood: boolean }): VNode {
  return (
    <li class="check" data-outcome={isGood ? 'pass' : 'note'}>
      <Sign outcome={isGood ? 'pass' : 'note'} />
      <span>{text(name)}</span>
    </li>
  );
}

function Limit({ name }: { readonly name: string }): VNode {
  return (
    <li class="check" data-outcome="limit">
      <Sign outcome="unknown" />
      <span>{text(name)}</span>
    </li>
  );
}
