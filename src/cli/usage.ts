/** A mistake of the person, said in a sentence that holds nothing of what was read. */
export class UsageError extends Error {}

export const usage = `countersign: judges session tokens by the same rules as the browser extension

  countersign inspect [FILE]   judges tokens
  countersign keys FOLDER      replays recorded key documents

  countersign inspect --help   options of each command`;

export const inspectUsage = `countersign inspect [FILE]

Judges the tokens of a file or of standard input: one a line, a HAR file, a SAML-tracer export or an MSAL cache.
Offline unless told otherwise. No token is ever printed.

  --host HOST       the webmail's host on which the tokens were seen
  --at TIME         judges as of this time (ISO 8601; default: now)
  --keys KEYS       recorded key documents: a file, a folder, or URL=FILE; may be given again
  --online          fetches the key documents of known issuers
  --json            one JSON object a line instead of a table
  --show-accounts   writes account names in full

Exit code: 0 nothing unusual, 2 something unusual, 3 something forged, 1 an error.`;

export const keysUsage = `countersign keys FOLDER

Replays recorded key documents in time order and prints what happened to their keys.

  --json            one JSON object a line instead of a table
  --history         the history that the answers make, as one JSON object, instead of the events

Exit code: 0 nothing above a note, 2 something unusual, 3 a key was exchanged or changed its owner, 1 an error.`;
