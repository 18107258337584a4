import { texts as benchTexts } from './bench/texts.ts';
import { texts as claimTexts } from './claims/texts.ts';
import { texts as historyTexts } from './history/texts.ts';
import { texts as keyTexts } from './keys/texts.ts';
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
  inspector_severity_danger: { message: 'Danger', description: 'How bad a finding is' },
  inspector_severity_attention: { message: 'Unusual', description: 'How bad a finding is' },
  inspector_severity_note: { message: 'Worth knowing', description: 'How bad a finding is' },
  inspector_accepted: {
    message: 'You accepted this on $TIME$, so it does not count in the verdict.',
    description: 'At a finding that the person knows to be fine',
    placeholders: { time: { content: '$1' } },
  },
  inspector_rule: { message: 'Rule:', description: 'Before the technical name of a rule' },
  inspector_checks_open: {
    message: 'Could not be checked: $COUNT$',
    description: 'Line that opens the list of checks that could not be made',
    placeholders: { count: { content: '$1' } },
  },
  inspector_copy_redacted: {
    message: 'Copy without personal data',
    description: 'Button: copies what is known of a token, redacted',
  },
  inspector_copy_hint: {
    message:
      'The copy holds no token and no account. The organisation’s number and the key are in it, because experts need them.',
    description: 'Below the button that copies',
  },
  inspector_copied: { message: 'Copied', description: 'Said after something was copied' },
  inspector_copy_failed: {
    message: 'Your browser did not allow copying.',
    description: 'Said when nothing could be copied',
  },
  ...benchTexts,
  ...claimTexts,
  ...sessionTexts,
  ...keyTexts,
  ...historyTexts,
};
