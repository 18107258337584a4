import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import { Icon } from '../ui/icon.tsx';

/** What holds everywhere, and ways to the pages that fill a tab. */
export function Footer({ children }: { readonly children?: ComponentChildren }): VNode {
  return (
    <footer class="footer">
      {children}
      <nav aria-label={text('pages_label')}>
        <a href="/src/inspector/index.html" target="_blank" rel="noreferrer">
          <Icon name="search" />
          {text('page_inspector')}
        </a>
        <a href="/src/options/index.html" target="_blank" rel="noreferrer">
          <Icon name="gear" />
          {text('page_options')}
        </a>
      </nav>
    </footer>
  );
}
