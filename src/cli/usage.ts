/** A mistake of the person, said in a sentence that holds nothing of what was read. */
export class UsageError extends Error {}

/** Looks like a token or a part of one, and not like a name that people give. */
const tokenLike =
  /eyJ|[\w+/~-]{80,}|(?=[\w+/~-]*[a-z])(?=[\w+/~-]*[A-Z])(?=[\w+/~-]*\d)[\w+~-]{24,}/;

/** What the person typed, fit to be repeated: a token in the place of a name is not. */
export const showArgument = (text: string): string =>
  tokenLike.test(text) ? '(a name that looks like a token)' : text.slice(0, 200);

export const usage = `countersign: judges session tokens by the same rules as the browser extension

  countersign inspect [FILE]   judges tokens
  countersign keys FOLDER      replays recorded key documents

  countersign inspect --help   options of each command
  countersign --version`;

export const inspectUsage = `countersign inspect [FILE]

Judges the tokens of a file, or of standard input without FILE or for -:
a list with one a line, a HAR file, a SAML-tracer export, an MSAL or ADAL cache, or any other JSON.
Of evidence that the popup saved, tells what was found then.
Offline unless told otherwise. No token is ever printed.

  --host HOST       the webmail's host on which the tokens were seen
  --at TIME         judges as of this time (ISO 8601; UTC without a zone);
                    else as of the time that the file gives, else as of now
  --keys KEYS       recorded key documents: a file, a folder, or URL=FILE for a bare key set;
                    may be given again
  --policy FILE     what an organisation asks for, as JSON (docs/policy.md); its own issuers and webmails count too
  --online          fetches the key documents of known issuers, and those that discovery names for the policy's own
  --json            one JSON object a line instead of a table
  --show-accounts   writes account names in full
  --progress        tells progress on the error stream, even where it is no terminal

Exit code: 0 nothing unusual, 1 an error or an input that could not be read to its end,
           2 something unusual, 3 something forged, 130 stopped by Ctrl-C.

  countersign inspect --host outlook.office.com --keys recorded/ session.har
  pbpaste | countersign inspect --online --json`;

export const keysUsage = `countersign keys FOLDER

Replays recorded key documents in time order and prints what happened to their keys.

  --json            one JSON object a line instead of a table
  --history         the history that the answers make, as one JSON object, instead of the events
  --witness SOURCE  the table of known keys that a release carries; SOURCE says where the answers are from, with its date

Exit code: 0 nothing above a note, 1 an error,
           2 something unusual, 3 a key was exchanged or changed its owner.`;
