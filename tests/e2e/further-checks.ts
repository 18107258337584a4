import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { playHostile } from '../lab/hostile-play.ts';
import type { Lab } from '../lab/server.ts';
import { smallScenarios } from '../lab/small-scenarios.ts';
import { checkBefore } from './check-before.ts';
import { checkClosed } from './check-closed.ts';
import { checkConnection } from './check-connection.ts';
import { checkHosts } from './check-hosts.ts';
import { checkLaterStorage } from './check-later-storage.ts';
import { checkManagedWebmail } from './check-managed-webmail.ts';
import { checkOwnWebmail } from './check-own-webmail.ts';
import { checkSignOut } from './check-sign-out.ts';
import { checkSmallScenarios } from './check-small-scenarios.ts';
import { checkUnseen } from './check-unseen.ts';
import type { LeftOut } from './left-out.ts';

/** Something that no scenario shows by itself, each in a browser of its own. */
export interface FurtherCheck {
  readonly id: string;
  /** In words for the person who reads the output. */
  readonly what: string;
  /** Sentences about what went wrong; none when everything was as it should be. */
  readonly run: (browser: FoundBrowser, lab: Lab) => Promise<readonly string[] | LeftOut>;
}

/** What a hostile page does here; `npm run hostile` takes more. */
const smallAttack = {
  requests: 1_000,
  tokenCharacters: 2_000_000,
  storageEntries: 100_000,
  cookieChanges: 400,
  growthMebibytes: 400,
};

/** In the order in which they are run, after the scenarios. */
export const furtherChecks: readonly FurtherCheck[] = [
  {
    id: 'small-scenarios',
    what: `${smallScenarios.length} small scenarios in one browser`,
    run: checkSmallScenarios,
  },
  {
    id: 'own-webmail',
    what: 'a webmail that the person added, with an issuer of its own',
    run: checkOwnWebmail,
  },
  {
    id: 'managed-webmail',
    what: 'a webmail that an organisation added, with an issuer of its own',
    run: checkManagedWebmail,
  },
  { id: 'before', what: 'tokens from before the extension was there', run: checkBefore },
  { id: 'hosts', what: 'every host of every webmail', run: checkHosts },
  { id: 'unseen', what: 'a host that was taken back', run: checkUnseen },
  {
    id: 'closed',
    what: 'a host that an organisation keeps from extensions',
    run: checkClosed,
  },
  { id: 'sign-out', what: 'a session that ended by a sign-out and went on', run: checkSignOut },
  {
    id: 'later-storage',
    what: 'a forged token in the storage of a page that loaded long ago',
    run: checkLaterStorage,
  },
  {
    id: 'connection',
    what: 'an authority that somebody added between browser and key server',
    run: checkConnection,
  },
  {
    id: 'hostile',
    what: 'a hostile page',
    run: async (browser, lab) => (await playHostile(browser, lab, smallAttack)).problems,
  },
];
