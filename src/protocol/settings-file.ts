import * as v from 'valibot';
import { type Result, refuse, succeed } from '../core/index.ts';
import { defaultSettings, parseSettings, type Settings } from './settings-schema.ts';

/** What a file of settings calls itself, its version, and the longest one that is read, bytes. */
export const settingsFileName = 'countersign-settings';
export const settingsFileVersion = 1;
export const maxSettingsFile = 2 * 1024 * 1024;

/** Why a file cannot be taken over. */
export type SettingsFileProblem = 'too-large' | 'not-json' | 'not-settings' | 'newer-version';

export type SettingName = keyof Settings;

export interface ReadSettings {
  /** What would hold. What the file does not say, or says in a form that cannot be read, stays as it is now. */
  readonly settings: Settings;
  /** Settings that the file would change, and those of which something could not be read. */
  readonly changed: readonly SettingName[];
  readonly unreadable: readonly SettingName[];
}

const head = v.object({
  schema: v.literal(settingsFileName),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
});

const names = Object.keys(defaultSettings).filter((name): name is SettingName =>
  Object.hasOwn(defaultSettings, name),
);

/** The settings as a file, for another browser or a later day. */
export const writeSettingsFile = (settings: Settings, nowMs: number): string =>
  `${JSON.stringify(
    {
      schema: settingsFileName,
      version: settingsFileVersion,
      exportedAt: new Date(nowMs).toISOString(),
      settings,
    },
    null,
    2,
  )}\n`;

/** Reads the text of a file that somebody chose: anything may stand in it. `now` is what holds at this moment. */
export function readSettingsFile(
  text: string,
  now: Settings,
): Result<ReadSettings, SettingsFileProblem> {
  if (text.length > maxSettingsFile) return refuse('too-large');
  const value = parseJson(text);
  if (value === undefined) return refuse('not-json');
  const file = v.safeParse(head, value);
  if (!file.success) return refuse('not-settings');
  if (file.output.version > settingsFileVersion) return refuse('newer-version');
  const said = new Map(
    names
      .filter((name) => Object.hasOwn(file.output.settings, name))
      .map((name) => [name, file.output.settings[name]]),
  );
  const read = parseSettings({ ...now, ...Object.fromEntries(said) });
  const unreadable = names.filter((name) => said.has(name) && !isSame(said.get(name), read[name]));
  // A list keeps its readable entries; of a single value that cannot be read, what holds now stays.
  const lost = unreadable.filter((name) => !Array.isArray(said.get(name)));
  const settings = parseSettings({
    ...read,
    ...Object.fromEntries(lost.map((name) => [name, now[name]])),
  });
  const changed = names.filter((name) => !isSame(settings[name], now[name]));
  return succeed({ settings, changed, unreadable });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether two values of JSON say the same, in whatever order an object's members stand. Goes no deeper than the second one does. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      one.length === other.length &&
      other.every((part, at) => isSame(one[at], part))
    );
  }
  if (typeof other !== 'object' || other === null) return one === other;
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return false;
  const members = definedMembers(other);
  return (
    members.length === definedMembers(one).length &&
    members.every(([name, part]) =>
      isSame(Object.hasOwn(one, name) ? Reflect.get(one, name) : undefined, part),
    )
  );
}

const definedMembers = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, part]) => part !== undefined);
