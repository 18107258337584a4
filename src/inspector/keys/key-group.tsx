import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatMoment } from '../../ui/format.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import type { KeyGroup } from './key-line.ts';
import { KeyRow } from './key-row.tsx';

/** Most keys of one document that are drawn at once; a button draws as many more. */
export const maxDrawn = 250;

/** The keys of one document, with whose they are. */
export function KeyGroupView({ group }: { readonly group: KeyGroup }): VNode {
  const [most, setMost] = useState(maxDrawn);
  const { lines } = group;
  const count = (value: number) => new Intl.NumberFormat(uiLanguage()).format(value);
  return (
    <section class="key-group">
      <GroupHead group={group} />
      <ul class="key-lines">
        {lines.slice(0, most).map((line) => (
          <KeyRow line={line} key={line.id} />
        ))}
      </ul>
      {lines.length > most && (
        <button type="button" class="button button-quiet" onClick={() => setMost(most + maxDrawn)}>
          {text('inspector_keys_more', [count(lines.length - most)])}
        </button>
      )}
    </section>
  );
}

/** Issuers, address, and since when somebody has looked. */
export function GroupHead({ group }: { readonly group: KeyGroup }): VNode {
  const language = uiLanguage();
  const { issuerNames, url, firstMs, answers } = group;
  const names = new Intl.ListFormat(language).format(issuerNames);
  return (
    <header class="key-group-head">
      <h2>{names === '' ? text('inspector_keys_added') : names}</h2>
      <p class="exact">
        <bdi>{makeVisible(url)}</bdi>
      </p>
      <p class="hint">
        {text('inspector_keys_watched', [
          formatMoment(firstMs, language),
          new Intl.NumberFormat(language).format(answers),
        ])}
      </p>
    </header>
  );
}
