import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatTime } from '../../ui/format.ts';
import { Hostile } from '../../ui/hostile.tsx';
import { Icon } from '../../ui/icon.tsx';
import { makeVisible } from '../../ui/visible-text.ts';
import type { ClaimRow, PlacedFindings } from './claim-row.ts';
import { FindingMark } from './finding-mark.tsx';

/** Claims or header members, each with its value, what it means, where that is defined, and what was found about it. */
export function ClaimList({
  rows,
  findings,
}: {
  readonly rows: readonly ClaimRow[];
  readonly findings: PlacedFindings;
}): VNode {
  return (
    <dl class="claims">
      {rows.map((row) => (
        <Claim row={row} findings={findings} key={row.names.join(' ')} />
      ))}
    </dl>
  );
}

function Claim({
  row,
  findings,
}: {
  readonly row: ClaimRow;
  readonly findings: PlacedFindings;
}): VNode {
  const { names, value, seconds, known } = row;
  const found = findings.at(row);
  const [worst] = found;
  return (
    <div
      class="claim"
      data-claim={names.length === 1 ? names[0] : undefined}
      data-severity={worst?.severity}
    >
      <dt>
        {names.map((name) => (
          <code key={name}>
            <bdi>{makeVisible(name)}</bdi>
          </code>
        ))}
      </dt>
      <dd class="claim-value">
        {seconds !== null && <span class="claim-time">{formatTime(seconds, uiLanguage())}</span>}
        <span class="exact">
          <Hostile value={value} />
        </span>
      </dd>
      <dd class="claim-meaning">
        {known === null ? (
          text('inspector_claim_unknown')
        ) : (
          <>
            {text(`inspector_claim_${known.id}`)} <SpecLink {...known.spec} />
          </>
        )}
      </dd>
      {found.map((finding) => (
        <dd class="claim-finding" key={finding.rule}>
          <FindingMark finding={finding} />
        </dd>
      ))}
    </div>
  );
}

/** Opens the standard in another tab. The address is our own data, never a token's. */
function SpecLink({ label, url }: { readonly label: string; readonly url: string }): VNode {
  return (
    <a
      class="spec"
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={text('inspector_claim_spec', [label])}
    >
      {label}
      <Icon name="open" />
    </a>
  );
}
