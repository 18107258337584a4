import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { text, uiLanguage } from '../../protocol/client.ts';
import { formatMoment } from '../../ui/format.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { GroupHead, maxDrawn } from './key-group.tsx';
import type { KeyGroup, KeyLine, KeyPicture } from './key-line.ts';
import { formatDay, ownerText } from './key-words.ts';
import { SignBadge } from './sign-symbol.tsx';

const columns = [
  'evidence_key_id',
  'evidence_key_owner',
  'inspector_first_seen',
  'inspector_last_seen',
  'inspector_column_certificate',
  'inspector_column_tokens',
  'inspector_column_signs',
] as const;

/** The same as the picture, in words. */
export function KeyTable({ picture }: { readonly picture: KeyPicture }): VNode {
  if (picture.groups.length === 0) return <p class="lead">{text('inspector_keys_no_match')}</p>;
  return (
    <>
      {picture.groups.map((group) => (
        <GroupTable group={group} key={group.url} />
      ))}
    </>
  );
}

function GroupTable({ group }: { readonly group: KeyGroup }): VNode {
  const [most, setMost] = useState(maxDrawn);
  const { lines, url } = group;
  const rest = new Intl.NumberFormat(uiLanguage()).format(lines.length - most);
  return (
    <section class="key-group">
      <GroupHead group={group} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="wide" tabIndex={0} aria-label={makeVisible(url)}>
        <table>
          <caption class="visually-hidden">{makeVisible(url)}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th scope="col" key={name}>
                  {text(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, most).map((line) => (
              <Row line={line} key={line.id} />
            ))}
          </tbody>
        </table>
      </section>
      {lines.length > most && (
        <button type="button" class="button button-quiet" onClick={() => setMost(most + maxDrawn)}>
          {text('inspector_keys_more', [rest])}
        </button>
      )}
    </section>
  );
}

function Row({ line }: { readonly line: KeyLine }): VNode {
  const language = uiLanguage();
  const { kid, firstMs, lastMs, isListed, certificate, uses, signs } = line;
  return (
    <tr>
      <th scope="row" class="exact">
        <bdi>{makeVisible(kid)}</bdi>
      </th>
      <td>
        <bdi>{makeVisible(ownerText(line))}</bdi>
      </td>
      <td>{formatMoment(firstMs, language)}</td>
      <td>{isListed ? text('inspector_listed_now') : formatMoment(lastMs, language)}</td>
      <td>
        {certificate !== null &&
          text('inspector_span', [
            formatDay(certificate.fromMs, language),
            formatDay(certificate.toMs, language),
          ])}
      </td>
      <td>{new Intl.NumberFormat(language).format(uses.length)}</td>
      <td>
        {signs.map(({ kind }) => (
          <SignBadge kind={kind} key={kind} />
        ))}
      </td>
    </tr>
  );
}
