import type { ComponentChildren, VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import type { TokenDetail } from '../../protocol/session-schema.ts';
import { formatTime } from '../../ui/format.ts';
import { describeUnread } from '../../ui/unread-reason.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { CheckList } from '../claims/check-list.tsx';
import { ClaimList } from '../claims/claim-list.tsx';
import { listFailed, placeFindings } from '../claims/claim-row.ts';
import { FindingList } from '../claims/finding-list.tsx';
import { CopyButton } from '../copy-button.tsx';
import { VerdictBadge } from '../verdict-badge.tsx';
import { buildRedactedCopy } from './redacted-copy.ts';
import { TokenOrigin } from './token-origin.tsx';
import { listTokenRows } from './token-rows.ts';

/** One token: what was found, what it says, and what was checked. */
export function TokenCard({
  token: { inspection, places },
  isOpen,
}: {
  readonly token: TokenDetail;
  readonly isOpen: boolean;
}): VNode {
  const { verdict, token, outcomes, fingerprint, seenAtMs, notInspected } = inspection;
  const rows = token === null ? null : listTokenRows(token);
  const findings = placeFindings(outcomes, rows === null ? [] : [...rows.header, ...rows.claims]);
  return (
    <details class="token" data-verdict={verdict} data-fingerprint={fingerprint} open={isOpen}>
      <summary>
        <VerdictBadge verdict={verdict} />
        <span class="token-name">
          <bdi>{makeVisible(token?.aud[0] ?? inspection.host)}</bdi>
        </span>
        <span class="token-when">{formatTime(seenAtMs / 1000, uiLanguage())}</span>
      </summary>
      <div class="token-body">
        {notInspected !== null && (
          <p>
            {text('evidence_not_readable')}: {describeUnread(notInspected)}
          </p>
        )}
        <FindingList findings={listFailed(outcomes)} />
        {rows !== null && rows.header.length > 0 && (
          <Part title={text('inspector_token_header')}>
            <ClaimList rows={rows.header} findings={findings} />
          </Part>
        )}
        {rows !== null && rows.claims.length > 0 && (
          <Part title={text('inspector_token_claims')}>
            <ClaimList rows={rows.claims} findings={findings} />
          </Part>
        )}
        <TokenOrigin inspection={inspection} places={places} />
        <Part title={text('checked_heading')}>
          <CheckList outcomes={outcomes} />
        </Part>
        <p class="no-print">
          <CopyButton
            label={text('inspector_copy_redacted')}
            build={() => buildRedactedCopy(inspection)}
          />
        </p>
        <p class="hint">{text('inspector_copy_hint')}</p>
      </div>
    </details>
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
