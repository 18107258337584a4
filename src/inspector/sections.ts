import type { ComponentType } from 'preact';
import type { IconName } from '../ui/icon.tsx';
import { Bench } from './bench/bench.tsx';
import { History } from './history/history.tsx';
import { Keys } from './keys/keys.tsx';
import type { Route } from './route.ts';
import { Sessions } from './sessions/sessions.tsx';

/** A part of the inspector with an address of its own, `#<id>`. */
export interface Section {
  readonly id: string;
  /** Name of the message that is its title and the text of its link. */
  readonly title: string;
  readonly icon: IconName;
  readonly component: ComponentType<{ readonly route: Route }>;
}

/** Every section in the order of its links; the first is shown where the address names none. */
export const sections: readonly [Section, ...Section[]] = [
  { id: 'sessions', title: 'inspector_sessions', icon: 'mail', component: Sessions },
  { id: 'keys', title: 'inspector_keys', icon: 'key', component: Keys },
  { id: 'history', title: 'inspector_history', icon: 'clock', component: History },
  { id: 'bench', title: 'inspector_bench', icon: 'upload', component: Bench },
];
