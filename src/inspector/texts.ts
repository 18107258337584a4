import { texts as sessionTexts } from './sessions/texts.ts';

/** English sentences of the inspector: its own, and those of its sections, each in its own file. */
export const texts = {
  inspector_window_title: {
    message: '$SECTION$ · $NAME$',
    description: 'Title of the window: a section of the inspector and the name of the extension',
    placeholders: { section: { content: '$1' }, name: { content: '$2' } },
  },
  inspector_sections_label: {
    message: 'Sections of the inspector',
    description: 'Navigation, for screen readers',
  },
  inspector_sessions: { message: 'Sessions', description: 'Section of the inspector' },
  ...sessionTexts,
};
