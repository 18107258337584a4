import { parseArgs } from 'node:util';
import { parseTime } from '../input/time.ts';
import { UsageError } from './usage.ts';

export interface InspectOptions {
  readonly file: string | null;
  readonly host: string | null;
  /** Milliseconds since the epoch; null: now. */
  readonly atMs: number | null;
  readonly keys: readonly string[];
  /** File of a policy; null: nothing is asked for. */
  readonly policy: string | null;
  readonly isOnline: boolean;
  readonly isJson: boolean;
  readonly showsAccounts: boolean;
  /** Tells progress even where nobody sits at a terminal. */
  readonly showsProgress: boolean;
}

/** @throws UsageError */
export function parseInspectOptions(args: readonly string[]): InspectOptions {
  const { values, positionals } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        host: { type: 'string' },
        at: { type: 'string' },
        keys: { type: 'string', multiple: true, default: [] },
        policy: { type: 'string' },
        online: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'show-accounts': { type: 'boolean', default: false },
        progress: { type: 'boolean', default: false },
      },
    }),
  );
  if (positionals.length > 1) throw new UsageError('inspect takes one file');
  const [file] = positionals;
  return {
    file: file === undefined || file === '-' ? null : file,
    host: values.host === undefined ? null : parseHost(values.host),
    atMs: values.at === undefined ? null : readTime(values.at),
    keys: values.keys,
    policy: values.policy ?? null,
    isOnline: values.online,
    isJson: values.json,
    showsAccounts: values['show-accounts'],
    showsProgress: values.progress,
  };
}

export interface KeysOptions {
  readonly folder: string;
  readonly isJson: boolean;
  /** The history that the answers make, instead of the events. */
  readonly isHistory: boolean;
  /** Where the answers are from, for the table of known keys instead of the events; null: no table. */
  readonly witness: string | null;
}

/** @throws UsageError */
export function parseKeysOptions(args: readonly string[]): KeysOptions {
  const { values, positionals } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        history: { type: 'boolean', default: false },
        witness: { type: 'string' },
      },
    }),
  );
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new UsageError('keys takes one folder');
  return {
    folder,
    isJson: values.json,
    isHistory: values.history,
    witness: values.witness ?? null,
  };
}

function parse<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const isNode = error instanceof TypeError && 'code' in error;
    throw new UsageError(
      isNode ? (error.message.split('.')[0] ?? '') : 'the options make no sense',
    );
  }
}

function parseHost(text: string): string {
  const host = text.toLowerCase();
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host)) {
    throw new UsageError('--host takes the name of a host, such as outlook.office.com');
  }
  return host;
}

function readTime(text: string): number {
  const time = parseTime(text);
  if (time === null) {
    throw new UsageError('--at takes a time such as 2024-07-17T14:08:52Z, or a day');
  }
  return time;
}
