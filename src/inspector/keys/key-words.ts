import { text } from '../../protocol/client.ts';
import { formatMoment } from '../../ui/format.ts';
import type { KeyLine } from './key-line.ts';

/** Whose key it is, in words; the document's own text where nobody known is meant. Hostile. */
export const ownerText = ({ ownerName, owner }: KeyLine): string =>
  ownerName ?? owner ?? text('inspector_owner_unstated');

/** From when to when a key was listed, in a sentence. */
export function describeLine(line: KeyLine, language: string): string {
  const { firstMs, lastMs, isListed, isOlder, uses } = line;
  const times = [formatMoment(firstMs, language), formatMoment(lastMs, language)];
  const start = isOlder ? 'older' : 'first';
  const listed = text(`inspector_key_${start}_${isListed ? 'listed' : 'gone'}`, times);
  if (uses.length === 0) return listed;
  const count = new Intl.NumberFormat(language).format(uses.length);
  return `${listed} ${text('inspector_key_uses', [count])}`;
}

/** A day, for tables: of a certificate nobody asks for the minute. What is no date stays a number. */
export function formatDay(ms: number, language: string): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return String(ms);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(date);
}
