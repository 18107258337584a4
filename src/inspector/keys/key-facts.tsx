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
        {listFacts(line).map(([label, value]) => (
          <div key={`${label} ${value}`}>
            <dt>{text(label)}</dt>
            <dd class="exact">
              <Hostile value={value} />
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

type Fact = readonly [label: string, value: string];

/** Labels are names of messages; values are hostile. */
function listFacts(line: KeyLine): readonly Fact[] {
  const { kid, thumbprint, owner, firstMs, lastMs, certificate, earlier, publishedAt } = line;
  const time = (ms: number) => formatMoment(ms, uiLanguage());
  const optional = (label: string, ms: number | null): Fact[] =>
    ms === null ? [] : [[label, time(ms)]];
  return [
    ['evidence_key_id', kid],
    ['evidence_key_thumbprint', thumbprint],
    ['evidence_key_owner', ownerText(line)],
    ...(owner === null || owner === ownerText(line)
      ? []
      : [['inspector_key_owner_written', owner] as const]),
    ['evidence_first_seen', time(firstMs)],
    ['evidence_last_seen', time(lastMs)],
    ...optional('inspector_key_absent_since', line.absentSinceMs),
    ...optional('evidence_retired_since', line.retiredSinceMs),
    ...(certificate === null
      ? []
      : [
          ['inspector_certificate_from', time(certificate.fromMs)] as const,
          ['inspector_certificate_to', time(certificate.toMs)] as const,
        ]),
    ...earlier.flatMap((before): Fact[] => [
      [
        'inspector_key_before',
        [before.thumbprint, before.owner, time(before.untilMs)].filter(Boolean).join(' · '),
      ],
    ]),
    ...publishedAt.map((url): Fact => ['evidence_key_document', url]),
  ];
}
