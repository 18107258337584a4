import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { rules, type Verdict } from '../core/index.ts';
import type { Report } from '../input/report.ts';
import { type Colour, paint, type Style, setLines } from './style.ts';
import { makeVisible } from './visible-text.ts';

const words: Readonly<Record<string, { readonly message: string } | undefined>> = messages;
const textOf = (name: string): string => words[name.replaceAll('-', '_')]?.message ?? name;

const colours: Readonly<Record<Verdict, Colour>> = {
  verified: 'green',
  attention: 'yellow',
  danger: 'red',
  undetermined: 'grey',
  'not-inspected': 'grey',
};
const signs = { pass: '✓', fail: '✕', note: 'i', unknown: '–' } as const;

/** What stands for credentials that nobody can check, in words; malformed ones keep their code. */
const notInspected: Readonly<Record<string, string>> = {
  encrypted: 'encrypted for its recipient',
  'encrypted-cache': 'an encrypted cache of MSAL.js, only for the page that keeps it',
  masked: 'taken out by whoever made the file',
  opaque: 'has no form that can be read',
};
const opaqueFamily = /^opaque-/;

/** A report for people, in the words of the popup. Hostile texts lose what a terminal would obey. */
export function buildTable(report: Report, style: Style): string {
  const { verdict, key, host, seen } = report;
  const head = `${makeVisible(report.place)}: `;
  const reason = report.not_inspected;
  const lines = [
    `${head}${paint(textOf(`short_${verdict}`), colours[verdict], style)}`,
    ...row('webmail', report.provider ?? 'not known', style),
    ...row('issuer', report.issuer ?? 'not known', style),
    ...row('account', report.account ?? 'not named', style),
    ...(host === null ? [] : row('sent to', host, style)),
    ...row('judged as of', report.at, style),
    ...(seen === 1 ? [] : row('found', `${seen} times`, style)),
    ...row('fingerprint', report.fingerprint, style),
    ...(key === null ? [] : row('key', `${key.kid ?? ''} (${key.url})`, style)),
    ...(reason === null ? [] : row('not checked', describeReason(reason), style)),
    ...report.outcomes.flatMap((outcome) => outcomeLines(outcome, style)),
  ];
  return `${lines.join('\n')}\n`;
}

function describeReason(reason: string): string {
  const family = reason.replace(opaqueFamily, '');
  if (family !== reason && !(family in notInspected))
    return `${notInspected['opaque']} (${family})`;
  return notInspected[family] ?? `cannot be read (${reason})`;
}

function outcomeLines(outcome: Report['outcomes'][number], style: Style): readonly string[] {
  const rule = rules.find(({ id }) => id === outcome.rule);
  const start = (sign: string) => `  ${sign} ${outcome.rule}: `;
  switch (outcome.outcome) {
    case 'not-applicable':
      return [];
    case 'pass':
      return setLines(start(signs.pass), rule?.checks ?? '', style);
    case 'unknown':
      return setLines(start(signs.unknown), textOf(`reason_${outcome.reason}`), style);
    case 'fail': {
      const { severity } = outcome;
      const sign = severity === 'note' ? signs.note : signs.fail;
      const [first = '', ...rest] = setLines(
        `  ${sign} ${outcome.rule} (${severity}): `,
        rule?.title ?? '',
        style,
      );
      return [
        paint(
          first,
          severity === 'danger' ? 'red' : severity === 'note' ? 'grey' : 'yellow',
          style,
        ),
        ...rest,
        ...outcome.evidence.flatMap(({ name, value }) =>
          setLines(`      ${textOf(`evidence_${name}`)}: `, showValue(name, value), style),
        ),
      ];
    }
  }
}

const times = new Set(['issued-at', 'valid-from', 'expires-at', 'seen-at']);
const durations = new Set(['lifetime', 'longest-lifetime']);

/** Seconds become times and lengths of time; hostile numbers outside of what dates can be stay numbers. */
function showValue(name: string, value: string): string {
  const seconds = Number(value);
  if (value === '' || Number.isNaN(seconds)) return value;
  if (durations.has(name)) return `${value} s (${(seconds / 3600).toFixed(1)} h)`;
  const date = new Date(seconds * 1000);
  return times.has(name) && !Number.isNaN(date.getTime()) ? date.toISOString() : value;
}

const row = (name: string, value: string, style: Style): readonly string[] =>
  setLines(`  ${name.padEnd(13)} `, value, style);

/** One line about all tokens: how many of each verdict, worst first. */
export function buildSummary(counts: ReadonlyMap<Verdict, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const order: readonly Verdict[] = [
    'danger',
    'attention',
    'undetermined',
    'not-inspected',
    'verified',
  ];
  const parts = order.flatMap((verdict) => {
    const count = counts.get(verdict) ?? 0;
    return count === 0 ? [] : [`${count} ${textOf(`short_${verdict}`).toLowerCase()}`];
  });
  return `${all} ${all === 1 ? 'token' : 'tokens'}: ${parts.join(', ')}`;
}
