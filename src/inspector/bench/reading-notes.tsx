import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatDuration } from '../../ui/format.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import type { Summary } from './work/messages.ts';

/** What was left out or corrected in reading, so that nothing is passed over in silence. */
export function ReadingNotes({ summary }: { readonly summary: Summary }): VNode | null {
  const language = uiLanguage();
  const { leftOut, clockErrorMs, isStopped, isRecorded, keyFiles } = summary;
  const refused = keyFiles.flatMap(({ name, problem }) =>
    problem === null ? [] : [{ name, problem }],
  );
  const sentences = [
    ...(isRecorded ? [text('inspector_bench_recorded')] : []),
    ...(isStopped ? [text('inspector_bench_stopped')] : []),
    ...(clockErrorMs === 0
      ? []
      : [text('inspector_bench_clock', [formatDuration(Math.abs(clockErrorMs) / 1000, language)])]),
    ...leftOut.map(([what, count]) =>
      text(`inspector_bench_left_${what.replaceAll('-', '_')}`, [
        new Intl.NumberFormat(language).format(count),
      ]),
    ),
  ];
  if (sentences.length + refused.length === 0) return null;
  return (
    <ul class="bench-notes">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {refused.map(({ name, problem }) => (
        <li key={name}>
          <bdi>{makeVisible(name)}</bdi>{' '}
          {text(`inspector_bench_key_file_${problem.replaceAll('-', '_')}`)}
        </li>
      ))}
    </ul>
  );
}
