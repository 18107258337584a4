import type { VNode } from 'preact';
import type { Inspection, SeenPlace } from '../../core/index.ts';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatMoment } from '../../ui/format.ts';
import { Hostile } from '../../ui/hostile.tsx';
import { makeVisible } from '../../ui/visible-text.ts';
import { hashOf } from '../route.ts';

/** Which key signed a token, and where the token was seen. */
export function TokenOrigin({
  inspection: { key, fingerprint },
  places,
}: {
  readonly inspection: Inspection;
  readonly places: readonly SeenPlace[];
}): VNode {
  return (
    <>
      <h4 class="token-part">{text('inspector_token_key')}</h4>
      {key === null ? (
        <p>{text('inspector_key_none')}</p>
      ) : (
        <>
          <dl class="facts">
            <Fact name="evidence_key_id" value={key.kid} />
            <Fact name="evidence_key_thumbprint" value={key.thumbprint} />
            <Fact name="evidence_key_owner" value={key.owner} />
            <Fact name="evidence_key_document" value={key.url} />
          </dl>
          <p>
            <a href={hashOf('keys', { query: key.thumbprint })}>
              {text('inspector_key_on_timeline')}
            </a>
          </p>
        </>
      )}
      <h4 class="token-part">{text('inspector_token_places')}</h4>
      <ul class="places">
        {places.map((place) => (
          <Place place={place} key={`${place.source} ${place.host} ${place.tabId}`} />
        ))}
      </ul>
      <dl class="facts">
        <Fact name="evidence_token" value={fingerprint} />
      </dl>
    </>
  );
}

function Fact({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | null;
}): VNode | null {
  if (value === null) return null;
  return (
    <div>
      <dt>{text(name)}</dt>
      <dd class="exact">
        <Hostile value={value} />
      </dd>
    </div>
  );
}

function Place({ place }: { readonly place: SeenPlace }): VNode {
  const language = uiLanguage();
  const { source, host, firstAtMs, lastAtMs } = place;
  return (
    <li>
      <bdi class="exact">{makeVisible(host)}</bdi> ·{' '}
      <code class="exact">{makeVisible(source)}</code>
      <span class="hint">
        {text('inspector_place_times', [
          formatMoment(firstAtMs, language),
          formatMoment(lastAtMs, language),
        ])}
      </span>
    </li>
  );
}
