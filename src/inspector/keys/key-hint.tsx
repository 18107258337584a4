import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import type { KeyLine } from './key-line.ts';
import { describeLine, formatDay, ownerText } from './key-words.ts';
import { SignBadge } from './sign-symbol.tsx';

/** What is said of a key while it is pointed at or has the focus. Its button says the same to screen readers. */
export function KeyHint({ line }: { readonly line: KeyLine }): VNode {
  const language = uiLanguage();
  const { kid, signs, certificate } = line;
  return (
    <div class="key-hint" aria-hidden="true">
      <p class="exact">
        <bdi>{makeVisible(kid)}</bdi>
      </p>
      <p>
        <bdi>{makeVisible(ownerText(line))}</bdi>
      </p>
      <p>{describeLine(line, language)}</p>
      {certificate !== null && (
        <p>
          {text('inspector_key_certificate', [
            formatDay(certificate.fromMs, language),
            formatDay(certificate.toMs, language),
          ])}
        </p>
      )}
      {signs.length > 0 && (
        <p class="key-hint-signs">
          {signs.map(({ kind }) => (
            <SignBadge kind={kind} key={kind} />
          ))}
        </p>
      )}
      <p class="hint">{text('inspector_key_hint_open')}</p>
    </div>
  );
}
