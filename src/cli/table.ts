import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { rules } from '../core/index.ts';
import type { Report } from './report.ts';

const words: Readonly<Record<string, { readonly message: string } | undefined>> = messages;
const textOf = (name: string): string => words[name.replaceAll('-', '_')]?.message ?? name;
const signs = { pass: '✓', fail: '✕', unknown: '–', 'not-applicable': ' ' } as const;

/** A report for people, in the words of the popup. Hostile texts lose what a terminal would obey. */
export function buildTable(report: Report): string {
  const lines = [
    `${report.place}: ${textOf(`short_${report.verdict}`)}`,
    row('webmail', report.provider ?? 'not known'),
    row('issuer', report.issuer ?? 'not known'),
    row('account', report.account ?? 'not named'),
    row('fingerprint', report.fingerprint),
    ...(report.key === null ? [] : [row('key', `${report.key.kid ?? ''} (${report.key.url})`)]),
    ...(report.not_inspected === null ? [] : [row('not inspected', report.not_inspected)]),
    ...report.outcomes.flatMap(outcomeLines),
  ];
  return `${lines.map(makeSafe).join('\n')}\n`;
}

function outcomeLines(outcome: Report['outcomes'][number]): string[] {
  const rule = rules.find(({ id }) => id === outcome.rule);
  if (outcome.outcome === 'not-applicable') return [];
  const head = `  ${signs[outcome.outcome]} ${outcome.rule}`;
  if (outcome.outcome === 'pass') return [`${head}: ${rule?.checks ?? ''}`];
  if (outcome.outcome === 'unknown') return [`${head}: ${textOf(`reason_${outcome.reason}`)}`];
  return [
    `${head} (${outcome.severity}): ${rule?.title ?? ''}`,
    ...outcome.evidence.map(({ name, value }) => `      ${textOf(`evidence_${name}`)}: ${value}`),
  ];
}

const row = (name: string, value: string) => `  ${name.padEnd(14)} ${value}`;

/** Control and direction characters become their code points: a claim must not move a cursor. */
const makeSafe = (line: string): string =>
  line.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (letter) => `<U+${(letter.codePointAt(0) ?? 0).toString(16)}>`,
  );
