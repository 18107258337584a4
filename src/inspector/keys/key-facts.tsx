import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatMoment } from '../../ui/format.ts';
import { Hostile } from '../../ui/hostile.tsx';
import { makeVisible } from '../../ui/visible-text.ts';
import { hashOf } from '../route.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import type { KeyLine } from './key-line.ts';
import { ownerText } from './key-words.ts';
import { SignBadge, signMessage } from './sign-symbol.tsx';

/** Most tokens of a key that are listed; the sessions have them all. */
export const maxListedUses = 12;

/** Everything that is known of a key. */
export function KeyFacts({ line }: { readonly line: KeyLine }): VNode {
  const { signs, uses } = line;
  return (
    <>
      {signs.length > 0 && (
        <ul class="key-sign-list">
          {signs.map(({ kind, atMs }) => (
            <li key={kind}>
              <SignBadge kind={kind} />{' '}
              {atMs !== null && <span class="hint">{formatMoment(atMs, uiLanguage())}</span>}
              <p>{text(signMessage(kind, 'why_'))}</p>
            </li>
          ))}
        </ul>
      )}
      <dl class="facts">
        {listFacts(line).map(({ label, value, timeMs }) => (
          <div key={`${label} ${value} ${timeMs}`}>
            <dt>{text(label)}</dt>
            <dd class="exact">
              {value !== null && <Hostile value={value} />}
              {value !== null && timeMs !== null && ' · '}
              {timeMs !== null && <bdi>{formatMoment(timeMs, uiLanguage())}</bdi>}
            </dd>
          </div>
        ))}
      </dl>
      {uses.length > 0 && (
        <>
          <h3>{text('inspector_key_tokens')}</h3>
          <ul class="key-uses">
            {uses
              .slice(-maxListedUses)
              .reverse()
              .map(({ fingerprint, sessionId, verdict, atMs, account }) => (
                <li key={fingerprint}>
                  <VerdictBadge verdict={verdict} />
                  <a href={hashOf('sessions', { session: sessionId })}>
                    <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
                  </a>
                  <span class="hint">{formatMoment(atMs, uiLanguage())}</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The label is the name of a message, the value hostile, the time milliseconds since the epoch. */
interface Fact {
  readonly label: string;
  readonly value: string | null;
  readonly timeMs: number | null;
}

function listFacts(line: KeyLine): readonly Fact[] {
  const { kid, thumbprint, owner, firstMs, lastMs, certificate, earlier, publishedAt } = line;
  const exact = (label: string, value: string): Fact => ({ label, value, timeMs: null });
  const time = (label: string, timeMs: number | null | undefined): Fact[] =>
    timeMs === null || timeMs === undefined ? [] : [{ label, value: null, timeMs }];
  const isNamed = owner !== null && owner !== ownerText(line);
  return [
    exact('evidence_key_id', kid),
    exact('evidence_key_thumbprint', thumbprint),
    exact('evidence_key_owner', ownerText(line)),
    ...(isNamed ? [exact('inspector_key_owner_written', owner)] : []),
    ...time('evidence_first_seen', firstMs),
    ...time('evidence_last_seen', lastMs),
    ...time('inspector_key_absent_since', line.absentSinceMs),
    ...time('evidence_retired_since', line.retiredSinceMs),
    ...time('inspector_certificate_from', certificate?.fromMs),
    ...time('inspector_certificate_to', certificate?.toMs),
    ...earlier.map((before) => ({
      label: 'inspector_key_before',
      value: [before.thumbprint, before.owner].filter(Boolean).join(' · '),
      timeMs: before.untilMs,
    })),
    ...publishedAt.map((url) => exact('evidence_key_document', url)),
  ];
}
