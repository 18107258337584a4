import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import { Icon } from '../ui/icon.tsx';

/**
 * What holds everywhere, and ways to the pages that fill a tab.
 * @param sessionId the session in front, whose details the inspector shows; left out: there is none
 */
export function Footer({
  sessionId,
  children,
}: {
  readonly sessionId?: string | undefined;
  readonly children?: ComponentChildren;
}): VNode {
  const isOfSession = sessionId !== undefined;
  const hash = isOfSession ? `#session=${encodeURIComponent(sessionId)}` : '';
  return (
    <footer class="footer">
      {children}
      <nav aria-label={text('pages_label')}>
        <a href={`/src/inspector/index.html${hash}`} target="_blank" rel="noreferrer">
          <Icon name="search" />
          {text(isOfSession ? 'popup_details' : 'page_inspector')}
        </a>
        <a href="/src/options/index.html" target="_blank" rel="noreferrer">
          <Icon name="gear" />
          {text('page_options')}
        </a>
      </nav>
    </footer>
  );
}
