import { type Inspection, type KeyPort, noContext, type Sighting } from '../../src/core/index.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  type SigningKey,
  signToken,
} from '../support/tokens.ts';

/** Keys that Entra's common document lists at a time. */
const keysListed = 8;

export interface Genuine {
  readonly key: SigningKey;
  /** Entries of the key document, the signing key in the middle. */
  readonly entries: readonly SigningKey['entry'][];
  readonly port: KeyPort;
  /** Different tokens of one person, 1.7 kB each as Entra's access tokens are. */
  readonly tokens: readonly string[];
}

/** Genuine tokens, issued a minute before this time, and the keys to verify them, all in memory. */
export async function createGenuine(
  count: number,
  nowSeconds = Math.floor(Date.now() / 1000),
): Promise<Genuine> {
  const keys = await Promise.all(
    Array.from({ length: keysListed }, () => createSigningKey(enterpriseOwner)),
  );
  const key = keys[keysListed / 2];
  if (key === undefined) throw new Error('no key was made');
  const entries = keys.map(({ entry }) => entry);
  const iat = nowSeconds - 60;
  const tokens: string[] = [];
  for (let index = 0; index < count; index++) {
    tokens.push(await signToken(key, entraClaims({ ...usualClaims, ...timesFrom(iat), index })));
  }
  const port = await keyPortOf({ [commonKeysUrl]: entries });
  return { key, entries, port, tokens };
}

const timesFrom = (iat: number) => ({ iat, nbf: iat, exp: iat + 4500 });

/** What else stands in Outlook's access tokens; the values are made up. */
const usualClaims = {
  acr: '1',
  amr: ['pwd', 'mfa'],
  app_displayname: 'One Outlook Web',
  appidacr: '0',
  family_name: 'Lovelace',
  given_name: 'Ada',
  ipaddr: '192.0.2.7',
  name: 'Ada Lovelace',
  puid: '10032000AAAAAAAA',
  rh: '0.AAAAIiIiMzNEREhVVVVVVVVVVQIAAAAAAPEPzgAAAAAAAAA.',
  scp: 'Calendars.ReadWrite Contacts.ReadWrite Files.ReadWrite.All Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite Notes.ReadWrite People.Read Tasks.ReadWrite User.ReadBasic.All',
  signin_state: ['kmsi'],
  unique_name: 'ada@contoso.example',
  wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
  xms_st: { sub: 'another-pairwise-subject' },
};

/** The token as Outlook's page sends it. */
export function sightingOf(credential: string): Sighting {
  return {
    credential,
    source: 'request-header',
    seenAtMs: Date.now(),
    host: 'outlook.office.com',
    documentHost: 'outlook.office.com',
    tabIds: [1],
    isPrivate: false,
    context: { ...noContext, presentedAs: 'bearer' },
  };
}

/** Throws unless the inspection ended well: a path that gives up early would be measured as fast. */
export function expectVerified({ verdict, outcomes }: Inspection): void {
  if (verdict === 'verified') return;
  const open = outcomes.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  throw new Error(`a genuine token was ${verdict}: ${open.map(({ rule }) => rule).join(', ')}`);
}

/** The same text in another place of memory, as each request brings it. */
export const copyOf = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');
