import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evidenceNames, reasons, verdictOrder } from '../../src/core/index.ts';
import { listFiles } from '../architecture/source-files.ts';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);

describe('messages', () => {
  test('every name that is written out in a source exists', () => {
    const names = listFiles('src', /\.tsx?$/)
      // The core and the command line have functions of the same name.
      .filter((path) => !/^src\/(core|cli)\//.test(path))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/\btext\('([a-z_]+)'/g)].map(
          ([, name]) => name ?? '',
        ),
      );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !(name in messages))).toEqual([]);
  });

  test('every verdict, reason and piece of evidence has its words', () => {
    const of = (start: string, ids: readonly string[]) =>
      ids.map((id) => `${start}_${id.replaceAll('-', '_')}`);
    const names = [
      ...of('verdict', verdictOrder),
      ...of('short', verdictOrder),
      ...of('reason', Object.keys(reasons)),
      ...of('evidence', evidenceNames),
      ...of('outcome', ['pass', 'fail', 'unknown']),
    ];
    expect(names.filter((name) => !(name in messages))).toEqual([]);
  });

  test('every message says something', () => {
    const silent = Object.entries(messages).filter(([, { message }]) => message.trim() === '');
    expect(silent).toEqual([]);
  });
});
