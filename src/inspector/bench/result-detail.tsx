import type { ComponentChildren, VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatTime } from '../../ui/format.ts';
import { Hostile } from '../../ui/hostile.tsx';
import { describeUnread } from '../../ui/unread-reason.ts';
import { CheckList } from '../claims/check-list.tsx';
import { ClaimList } from '../claims/claim-list.tsx';
import { listFailed, placeFindings } from '../claims/claim-row.ts';
import { FindingList } from '../claims/finding-list.tsx';
import { listTokenRows } from '../sessions/token-rows.ts';
import { listClaimRows } from './claim-rows.ts';
import type { ResultDetail } from './work/messages.ts';

/** Everything about one token: what was found, what it says, what was checked, and where it stood. */
export function ResultDetailView({ detail }: { readonly detail: ResultDetail }): VNode {
  const { line, outcomes, key, fingerprint } = detail;
  const { header, claims } =
    detail.token === null
      ? {
          header: listClaimRows(detail.header, 'header'),
          claims: listClaimRows(detail.claims, 'claims'),
        }
      : listTokenRows(detail.token);
  const findings = placeFindings(outcomes, [...header, ...claims]);
  return (
    <div class="token-body">
      {line.notInspected !== null && <p>{describeUnread(line.notInspected)}</p>}
      <FindingList findings={listFailed(outcomes)} />
      {header.length > 0 && (
        <Part title={text('inspector_token_header')}>
          <ClaimList rows={header} findings={findings} />
        </Part>
      )}
      {claims.length > 0 && (
        <Part title={text('inspector_token_claims')}>
          <ClaimList rows={claims} findings={findings} />
        </Part>
      )}
      {header.length + claims.length === 0 && line.notInspected === null && (
        <p class="hint">{text('inspector_bench_says_nothing')}</p>
      )}
      <Part title={text('evidence_heading')}>
        <dl class="facts">
          <Fact message="inspector_bench_place" value={line.place} />
          <Fact message="evidence_host" value={line.host} />
          <Fact message="evidence_seen_at" value={formatTime(line.atMs / 1000, uiLanguage())} />
          <Fact message="evidence_key_id" value={key?.kid ?? null} />
          <Fact message="evidence_key_thumbprint" value={key?.thumbprint ?? null} />
          <Fact message="evidence_key_owner" value={key?.owner ?? null} />
          <Fact message="evidence_key_document" value={key?.url ?? null} />
          <Fact message="evidence_token" value={fingerprint} />
        </dl>
      </Part>
      {outcomes.length > 0 && (
        <Part title={text('checked_heading')}>
          <CheckList outcomes={outcomes} />
        </Part>
      )}
    </div>
  );
}

function Fact({
  message,
  value,
}: {
  readonly message: string;
  readonly value: string | null;
}): VNode | null {
  if (value === null || value === '') return null;
  return (
    <div>
      <dt>{text(message)}</dt>
      <dd class="exact">
        <Hostile value={value} />
      </dd>
    </div>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <>
      <h4 class="token-part">{title}</h4>
      {children}
    </>
  );
}
