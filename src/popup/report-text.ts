import type { Inspection } from '../core/index.ts';
import { text, uiLanguage } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { encodePart } from '../ui/encode-part.ts';
import { formatTime } from '../ui/format.ts';
import { makeVisible } from '../ui/visible-text.ts';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import { verdictMessage } from './verdict-names.ts';

/** Longest text of a mail that every mail program takes from an address, characters. */
export const maxMailLength = 1_600;

/**
 * What a person can send to whoever looks after their mail: what was found and by what it can be found again, in the person's language.
 * No part of a token stands in it; hostile values are made visible.
 */
export function buildReportText(session: SessionView): {
  readonly subject: string;
  readonly body: string;
} {
  const { account, verdict, inspections } = session;
  const providerName = makeVisible(session.providerName);
  const lead = inspections.find((inspection) => inspection.verdict === verdict);
  const subject = text(verdictMessage('verdict', verdict), [providerName]);
  const lines = [
    text('popup_report_intro', [providerName]),
    '',
    subject,
    ...listFailedRules(session).map(({ id }) => `\u2022 ${text(ruleMessage(id, 'title'))} (${id})`),
    '',
    labelled('evidence_account', account),
    ...(lead === undefined ? [] : linesOf(lead)),
    '',
    text('popup_report_evidence'),
  ];
  const body = lines.filter((line) => line !== null).join('\n');
  return { subject: `Countersign: ${subject}`, body };
}

function linesOf({ token, key, host, seenAtMs, fingerprint }: Inspection): (string | null)[] {
  return [
    labelled('evidence_tenant', token?.tenant),
    labelled('evidence_issuer', token?.iss),
    labelled('evidence_key_id', token?.kid),
    labelled('evidence_key_thumbprint', key?.thumbprint),
    labelled('evidence_host', host),
    labelled('evidence_seen_at', formatTime(seenAtMs / 1000, uiLanguage())),
    labelled('evidence_token', fingerprint),
  ];
}

const labelled = (label: string, value: string | null | undefined): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : `${text(label)}: ${makeVisible(value)}`;

/** The report as the address of a mail. A body that is too long is cut, and the rest is in the evidence. */
export function mailAddress(to: string, report: ReturnType<typeof buildReportText>): string {
  const { subject, body } = report;
  const cut = body.length > maxMailLength ? `${body.slice(0, maxMailLength)}\u2026` : body;
  // RFC 6068 section 5: line breaks in a body are CRLF.
  return `mailto:${encodePart(to).replace('%40', '@')}?subject=${encodePart(subject)}&body=${encodePart(cut.replaceAll('\n', '\r\n'))}`;
}
