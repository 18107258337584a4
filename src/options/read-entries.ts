import {
  buildDirectory,
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  type IssuerProblem,
  judgeIssuer,
  judgeWebmail,
  maxIssuers,
  maxWebmails,
  type Result,
  refuse,
  type ShapeId,
  succeed,
  type WebmailProblem,
} from '../core/index.ts';
import { readIssuer, readWebmail } from '../protocol/options-client.ts';
import { linesOf } from './form-field.tsx';

/** What stands in the fields of a form. */
export interface IssuerFields {
  readonly issuer: string;
  readonly shape: ShapeId;
  readonly name: string;
  readonly audiences: string;
  readonly discovery: string;
  readonly keyDocument: string;
}

export interface WebmailFields {
  readonly name: string;
  readonly host: string;
  /** One a line, as those of the audiences. */
  readonly issuers: string;
  readonly audiences: string;
  readonly signOutUrl: string;
}

export type EntryProblem =
  | IssuerProblem
  | WebmailProblem
  | 'exists'
  | 'too-many'
  | 'name-missing'
  | 'host-not-plain'
  | 'unfit';

const fieldsOf = (value: string, name: string) =>
  value.trim() === '' ? {} : { [name]: value.trim() };
const listOf = (value: string) => {
  const audiences = linesOf(value);
  return audiences.length === 0 ? {} : { audiences };
};

/** The issuer that somebody typed, or why it cannot be added. `others`: those that were added before, without the one being changed. */
export function readIssuerFields(
  fields: IssuerFields,
  others: readonly ConfiguredIssuer[],
): Result<ConfiguredIssuer, EntryProblem> {
  const typed: ConfiguredIssuer = {
    issuer: fields.issuer.trim(),
    shape: fields.shape,
    ...fieldsOf(fields.name, 'name'),
    ...fieldsOf(fields.discovery, 'discovery'),
    ...fieldsOf(fields.keyDocument, 'keyDocument'),
    ...listOf(fields.audiences),
  };
  const problem = judgeIssuer(typed);
  if (problem !== null) return refuse(problem);
  if (others.some(({ issuer }) => issuer === typed.issuer)) return refuse('exists');
  if (others.length >= maxIssuers) return refuse('too-many');
  const issuer = readIssuer(typed);
  return issuer === null ? refuse('unfit') : succeed(issuer);
}

/** The webmail that somebody typed, or why it cannot be added. `issuers`: all that were added, by whomever. */
export function readWebmailFields(
  fields: WebmailFields,
  others: readonly ConfiguredWebmail[],
  issuers: readonly ConfiguredIssuer[],
): Result<ConfiguredWebmail, EntryProblem> {
  const typed: ConfiguredWebmail = {
    host: hostOf(fields.host),
    name: fields.name.trim(),
    issuers: linesOf(fields.issuers),
    ...fieldsOf(fields.signOutUrl, 'signOutUrl'),
    ...listOf(fields.audiences),
  };
  if (typed.name === '') return refuse('name-missing');
  if (typed.issuers.length === 0) return refuse('issuer-missing');
  const { directory } = buildDirectory({ issuers, webmails: [] });
  const problem = judgeWebmail(typed, (name) => directory.findIssuers(name).length > 0);
  if (problem === 'address-not-plain') return refuse('host-not-plain');
  if (problem !== null) return refuse(problem);
  if (others.some(({ host }) => host === typed.host)) return refuse('exists');
  if (others.length >= maxWebmails) return refuse('too-many');
  const webmail = readWebmail(typed);
  return webmail === null ? refuse('unfit') : succeed(webmail);
}

/** People copy whole addresses. */
function hostOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  return /^https:\/\//.test(text) && URL.canParse(text) ? new URL(text).hostname : text;
}
