import type { VNode } from 'preact';
import type { Inspection } from '../core/index.ts';
import { text, uiLanguage } from '../protocol/texts.ts';
import { shownValue } from '../ui/evidence-row.ts';
import { listEvidence } from './evidence-rows.ts';

/** What an expert wants to see, one step away. */
export function EvidenceList({
  inspection,
  tokensSeen,
}: {
  readonly inspection: Inspection;
  readonly tokensSeen: number;
}): VNode {
  const language = uiLanguage();
  const rows = listEvidence(inspection, language);
  return (
    <details class="evidence">
      <summary>{text('evidence_heading')}</summary>
      <dl>
        {rows.map((row) => (
          <div key={`${row.label} ${row.value}`}>
            <dt>{text(row.label)}</dt>
            <dd class={row.isExact ? 'value-exact' : undefined}>
              <bdi>{shownValue(row)}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{text('evidence_tokens_seen')}</dt>
          <dd>{new Intl.NumberFormat(language).format(tokensSeen)}</dd>
        </div>
      </dl>
    </details>
  );
}
