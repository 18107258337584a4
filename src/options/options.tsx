import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { text } from '../protocol/client.ts';
import { listDecided, type Management } from '../protocol/management-schema.ts';
import { Icon } from '../ui/icon.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { listSections } from './sections.ts';
import { type Chosen, type OptionsState, useOptions } from './use-options.ts';

/** Everything that a person can choose. Each change is saved at once. */
export function Options(): VNode {
  const state = useOptions();
  const title = text('options_title');
  useEffect(() => {
    document.title = text('options_window_title', [title, text('app_name')]);
  }, [title]);
  return (
    <PageFrame page="options">
      <h1>{title}</h1>
      <p class="lead">{text('options_lead')}</p>
      <Body state={state} />
      <SavedNote note={state.note} />
    </PageFrame>
  );
}

function Body({ state }: { readonly state: OptionsState }): VNode {
  const { chosen } = state;
  if (chosen === null || chosen === 'silent') {
    return (
      <p class="lead" role="status" data-state={chosen ?? 'waiting'}>
        {text(chosen === null ? 'verdict_loading' : 'verdict_no_answer')}
      </p>
    );
  }
  return <Sections state={state} chosen={chosen} />;
}

function Sections({
  state,
  chosen,
}: {
  readonly state: OptionsState;
  readonly chosen: Chosen;
}): VNode {
  const sections = listSections();
  return (
    <>
      <ManagedBanner management={chosen.management} />
      <div class="options-layout">
        <nav class="options-nav" aria-label={text('options_sections_label')}>
          <ul>
            {sections.map(({ id, icon, title }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <Icon name={icon} />
                  {text(title)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="options-sections">
          {sections.map((section) => {
            const Content = section.component;
            return (
              <Content
                key={section.id}
                section={section}
                settings={chosen.settings}
                management={chosen.management}
                change={state.change}
                perform={state.perform}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** That an organisation decides, and what: the names of its policy's keys, as they stand in the documentation. */
function ManagedBanner({ management }: { readonly management: Management }): VNode | null {
  if (!management.isManaged) return null;
  const decided = listDecided(management);
  return (
    <aside class="managed-banner" aria-label={text('popup_managed')}>
      <Icon name="lock" />
      <div>
        <p class="managed-banner-title">{text('popup_managed')}</p>
        <p>{text(decided.length > 0 ? 'options_managed_keys' : 'options_managed_nothing')}</p>
        {decided.length > 0 && (
          <ul class="managed-keys">
            {decided.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
}

/** Said by screen readers after each change, and seen for a moment. */
function SavedNote({ note }: { readonly note: OptionsState['note'] }): VNode {
  return (
    <div class="saved-note-place">
      <div role="status">
        {note?.kind === 'saved' && (
          <p class="saved-note" key={note.number}>
            <Icon name="check" />
            {text(note.message)}
          </p>
        )}
      </div>
      <div role="alert">
        {note?.kind === 'failed' && (
          <p class="saved-note saved-note-failed" key={note.number}>
            <Icon name="warning" />
            {text(note.message)}
          </p>
        )}
      </div>
    </div>
  );
}
