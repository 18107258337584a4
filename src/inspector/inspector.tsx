import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../protocol/client.ts';
import { Icon } from '../ui/icon.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { hashOf, type Route } from './route.ts';
import { type Section, sections } from './sections.ts';
import { useRoute } from './use-route.ts';

/** The whole page: its sections' links, and the section that the address names. */
export function Inspector(): VNode {
  const route = useRoute();
  const section = sections.find(({ id }) => id === route.section) ?? sections[0];
  const title = text(section.title);
  useEffect(() => {
    document.title = text('inspector_window_title', [title, text('app_name')]);
  }, [title]);
  return (
    <PageFrame page="inspector">
      <nav class="sections" aria-label={text('inspector_sections_label')}>
        {sections.map((one) => (
          <a
            key={one.id}
            href={hashOf(one.id)}
            {...(one === section ? { 'aria-current': 'page' as const } : {})}
          >
            <Icon name={one.icon} />
            {text(one.title)}
          </a>
        ))}
      </nav>
      <SectionView section={section} route={route} title={title} key={section.id} />
    </PageFrame>
  );
}

/** One section. Whoever came here by a link stands at its heading, so that a screen reader says where they are. */
function SectionView({
  section,
  route,
  title,
}: {
  readonly section: Section;
  readonly route: Route;
  readonly title: string;
}): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest('.sections')) heading.current?.focus();
  }, []);
  const Content = section.component;
  return (
    <section data-section={section.id} aria-labelledby="section-title">
      <h1 id="section-title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <Content route={route} />
    </section>
  );
}
