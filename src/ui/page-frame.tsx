import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/client.ts';
import { Icon } from './icon.tsx';

export type PageName = 'inspector' | 'options' | 'welcome' | 'blocked';

/** Head, links between pages and the main part of a page that fills a tab. */
export function PageFrame({
  page,
  children,
}: {
  readonly page: PageName;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="page">
      <header class="page-head">
        <span class="page-name">
          <img src="/icons/app.svg" alt="" />
          {text('app_name')}
        </span>
        <nav class="page-nav" aria-label={text('pages_label')}>
          <PageLink to="inspector" page={page} icon="search" label={text('page_inspector')} />
          <PageLink to="options" page={page} icon="gear" label={text('page_options')} />
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}

function PageLink({
  to,
  page,
  icon,
  label,
}: {
  readonly to: PageName;
  readonly page: PageName;
  readonly icon: 'search' | 'gear';
  readonly label: string;
}): VNode {
  return (
    <a href={`/src/${to}/index.html`} {...(to === page ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={icon} />
      {label}
    </a>
  );
}
