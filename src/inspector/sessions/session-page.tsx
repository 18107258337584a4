import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import type { SessionDetail } from '../../protocol/session-schema.ts';
import { formatMoment } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { makeVisible } from '../../ui/visible-text.ts';
import { hashOf } from '../route.ts';
import { TokenCard } from './token-card.tsx';

/** One session, opened: the verdict, whose it is, and every token of it. */
export function SessionPage({ session }: { readonly session: SessionDetail }): VNode {
  const { verdict, providerName, account, tokens } = session;
  return (
    <div class="session" data-verdict={verdict}>
      <BackLink />
      <div class={`session-verdict badge-${verdict}`}>
        <img src={`/icons/${verdict === 'not-inspected' ? 'undetermined' : verdict}.svg`} alt="" />
        <div>
          <h2>{text(`verdict_${verdict.replaceAll('-', '_')}`, [makeVisible(providerName)])}</h2>
          <p>
            <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
          </p>
        </div>
      </div>
      <SessionFacts session={session} />
      <h3>
        {text('inspector_session_tokens', [
          new Intl.NumberFormat(uiLanguage()).format(tokens.length),
        ])}
      </h3>
      <p class="hint">{text('inspector_kept')}</p>
      {tokens.map((token, index) => (
        <TokenCard token={token} isOpen={index === 0} key={token.inspection.fingerprint} />
      ))}
    </div>
  );
}

/** What is said of a session that the address names and nobody knows. */
export function SessionGone(): VNode {
  return (
    <>
      <BackLink />
      <p class="lead" role="status">
        {text('inspector_session_gone')}
      </p>
    </>
  );
}

function BackLink(): VNode {
  return (
    <p class="no-print">
      <a class="back" href={hashOf('sessions')}>
        <Icon name="back" />
        {text('inspector_session_back')}
      </a>
    </p>
  );
}

function SessionFacts({ session }: { readonly session: SessionDetail }): VNode {
  const language = uiLanguage();
  const { tenant, firstSeenAtMs, lastSeenAtMs, endedAtMs, endedBecause, isPrivate, binding } =
    session;
  // What is hostile is made visible here; in times of ours nothing is a disguise.
  const facts: readonly (readonly [string, string])[] = [
    ...(tenant === null ? [] : [[text('evidence_tenant'), makeVisible(tenant)] as const]),
    [text('inspector_first_seen'), formatMoment(firstSeenAtMs, language)],
    [text('inspector_last_seen'), formatMoment(lastSeenAtMs, language)],
    ...(endedAtMs === null
      ? []
      : [[text('inspector_ended'), formatMoment(endedAtMs, language)] as const]),
  ];
  return (
    <>
      <dl class="facts session-facts-list">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {endedBecause !== null && <p>{text(`inspector_end_${endedBecause.replaceAll('-', '_')}`)}</p>}
      {isPrivate && <p>{text('inspector_session_private')}</p>}
      {/* Most webmails bind nothing, so that nothing was seen is no news. */}
      {binding !== 'none-seen' && <p>{text(`binding_${binding.replaceAll('-', '_')}`)}</p>}
    </>
  );
}
