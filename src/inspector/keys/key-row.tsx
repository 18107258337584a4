import type { VNode } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { text, uiLanguage } from '../../protocol/client.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { KeyBar } from './key-bar.tsx';
import { KeyFacts } from './key-facts.tsx';
import { KeyHint } from './key-hint.tsx';
import type { KeyLine } from './key-line.ts';
import { signWeight } from './key-line.ts';
import { describeLine, ownerText } from './key-words.ts';
import { SignDrawing, signMessage } from './sign-symbol.tsx';
import { useTimeline } from './timeline-context.ts';

/** One key: its name with its signs, its bar, and when it is opened everything that is known of it. */
export function KeyRow({ line }: { readonly line: KeyLine }): VNode {
  const { stop, onStop } = useTimeline();
  const [isOpen, setOpen] = useState(false);
  const [isHinted, setHinted] = useState(false);
  const factsId = useId();
  const toggle = () => setOpen((before) => !before);
  const isStop = stop === line.id;
  const language = uiLanguage();
  // Drawn anew only when it changes: zooming changes the bars of hundreds of keys, and none of their names.
  const name = useMemo(
    () => (
      <button
        type="button"
        class="key-name"
        data-key={line.id}
        tabIndex={isStop ? 0 : -1}
        aria-expanded={isOpen}
        aria-controls={factsId}
        onClick={toggle}
        onFocus={() => {
          onStop(line.id);
          setHinted(true);
        }}
        onBlur={() => setHinted(false)}
      >
        <span class="key-id">
          <bdi>{makeVisible(line.kid)}</bdi>
        </span>
        <span class="key-owner">
          <bdi>{makeVisible(ownerText(line))}</bdi>
        </span>
        <span class="key-signs">
          {line.signs.map(({ kind }) => (
            <span class="key-sign" data-sign={kind} data-weight={signWeight[kind]} key={kind}>
              <SignDrawing kind={kind} />
              <span class="visually-hidden">{text(signMessage(kind))}. </span>
            </span>
          ))}
        </span>
        <span class="visually-hidden">{describeLine(line, language)}</span>
      </button>
    ),
    [line, isStop, isOpen, language, onStop],
  );
  return (
    <li
      class="key-line"
      data-open={isOpen}
      onPointerEnter={({ pointerType }) => setHinted(pointerType !== 'touch')}
      onPointerLeave={() => setHinted(false)}
      onKeyDown={({ key }) => key === 'Escape' && setHinted(false)}
    >
      {name}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a second way to the button beside it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way to the button beside it. */}
      <div class="key-plot" onClick={toggle}>
        <KeyBar line={line} />
      </div>
      {isHinted && !isOpen && <KeyHint line={line} />}
      <div id={factsId} class="key-facts" hidden={!isOpen}>
        {isOpen && <KeyFacts line={line} />}
      </div>
    </li>
  );
}
