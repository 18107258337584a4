import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { UnseenWebmail } from '../protocol/views.ts';
import { Picture } from '../ui/picture.tsx';
import type { PictureName } from '../ui/pictures.ts';
import { AllowButton } from './allow-button.tsx';
import { ReloadButton } from './reload-button.tsx';
import { Section } from './section.tsx';
import { UnseenWebmails } from './unseen-webmails.tsx';

/** States in which a webmail may be open and is not checked. */
const unchecked: ReadonlySet<string> = new Set([
  'permission-missing',
  'site-closed',
  'hidden',
  'no-answer',
]);

/** States whose sentences are the popup's own. */
const own: ReadonlySet<string> = new Set(['first-use', 'turned-off']);

/** A popup without a session of this tab: one sentence, why, and what to do. */
export function Plain({
  name,
  webmail = '',
  unseen = [],
  askHosts = [],
}: {
  readonly name: string;
  readonly webmail?: string;
  readonly unseen?: readonly UnseenWebmail[];
  readonly askHosts?: readonly string[];
}): VNode {
  const message = name.replaceAll('-', '_');
  const say = (part: string, substitutions: readonly string[] = []) =>
    text(own.has(name) ? `popup_${part}_${message}` : `${part}_${message}`, substitutions);
  return (
    <main data-state={name}>
      <header class="verdict" aria-live="polite">
        <Picture name={pictureOf(name)} />
        <h1>{say('verdict', [webmail])}</h1>
      </header>
      {name !== 'loading' && (
        <>
          <Section title={text('why_heading')}>
            <p>{say('why')}</p>
          </Section>
          <Section title={text('todo_heading')}>
            <p>{say('todo')}</p>
            {askHosts.length > 0 && (
              <AllowButton hosts={askHosts} label={text('popup_allow')} isMain />
            )}
            {name === 'waiting' && <ReloadButton />}
            {name === 'turned-off' && (
              <a
                class="button button-quiet"
                href="/src/options/index.html#webmails"
                target="_blank"
                rel="noopener"
              >
                {text('popup_turn_on')}
              </a>
            )}
          </Section>
        </>
      )}
      <UnseenWebmails webmails={unseen} />
    </main>
  );
}

function pictureOf(name: string): PictureName {
  if (name === 'first-use') return 'app';
  return unchecked.has(name) ? 'undetermined' : 'idle';
}
