import type { FunctionComponent } from 'preact';
import { canTellConnections } from '../protocol/client.ts';
import { AcceptedFindings } from './accepted-findings.tsx';
import { Connections } from './connections.tsx';
import { Erasing } from './erasing.tsx';
import { LanguageChoice } from './language-choice.tsx';
import type { OptionProps } from './option-props.ts';
import { OwnWebmails } from './own-webmails.tsx';
import { Retention } from './retention.tsx';
import type { SectionName } from './section.tsx';
import { Transfer } from './transfer.tsx';
import { Warnings } from './warnings.tsx';
import { Webmails } from './webmails.tsx';

/** The parts of the settings, in their order. Their ids stand in addresses that people may keep. */
const all: readonly (SectionName & {
  readonly component: FunctionComponent<OptionProps>;
})[] = [
  { id: 'webmails', icon: 'mail', title: 'options_webmails', component: Webmails },
  { id: 'own', icon: 'plus', title: 'options_own', component: OwnWebmails },
  { id: 'accepted', icon: 'check', title: 'options_accepted', component: AcceptedFindings },
  { id: 'warnings', icon: 'warning', title: 'options_warnings', component: Warnings },
  { id: 'retention', icon: 'clock', title: 'options_retention', component: Retention },
  { id: 'connections', icon: 'shield', title: 'options_connections', component: Connections },
  { id: 'language', icon: 'globe', title: 'options_language', component: LanguageChoice },
  { id: 'transfer', icon: 'download', title: 'options_transfer', component: Transfer },
  { id: 'erasing', icon: 'trash', title: 'options_erasing', component: Erasing },
];

/** Those that this browser can do something with. */
export const listSections = () =>
  all.filter(({ id }) => id !== 'connections' || canTellConnections());
