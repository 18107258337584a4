import type { Management } from '../protocol/management-schema.ts';
import type { Settings } from '../protocol/settings-schema.ts';
import type { SectionName } from './section.tsx';
import type { OptionsState } from './use-options.ts';

/** What each section of the settings is given. */
export interface OptionProps extends Pick<OptionsState, 'change' | 'perform'> {
  readonly section: SectionName;
  readonly settings: Settings;
  readonly management: Management;
}
