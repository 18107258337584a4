import type { VNode } from 'preact';
import type { Inspection } from '../core/index.ts';
import { text, uiLanguage } from '../protocol/texts.ts';
import { shownValue } from '../ui/evidence-row.ts';
import { AfterPaint } from './after-paint.tsx';
import { listEvidence } from './evidence-rows.ts';

interface EvidenceOfSession {
  /** The token that the verdict rests on. */
  readonly inspection: Inspection;
  /** All of its tokens that are shown. */
  readonly ofSession: readonly Inspection[];
}

/** What an expert wants to see, one step away. */
export function EvidenceList(evidence: EvidenceOfSession): VNode {
  return (
    <details class="evidence">
      <summary>{text('evidence_heading')}</summary>
      <AfterPaint>
        <Rows {...evidence} />
      </AfterPaint>
    </details>
  );
}

function Rows({ inspection, ofSession }: EvidenceOfSession): VNode {
  const language = uiLanguage();
  return (
    <dl>
      {listEvidence(inspection, language, ofSession).map((row) => (
        <div key={`${row.label} ${row.value}`}>
          <dt>{text(row.label)}</dt>
          <dd class={row.isExact ? 'value-exact' : undefined}>
            <bdi>{shownValue(row)}</bdi>
          </dd>
        </div>
      ))}
      <div>
        <dt>{text('evidence_tokens_seen')}</dt>
        <dd>{new Intl.NumberFormat(language).format(ofSession.length)}</dd>
      </div>
    </dl>
  );
}
