import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ConfiguredIssuer, hostOfAddress, keySourceOf } from '../core/index.ts';
import { requestHosts, testIssuer, text, uiLanguage } from '../protocol/client.ts';
import type { IssuerTest } from '../protocol/own-webmails-schema.ts';
import { countedText } from '../ui/counted-text.ts';
import { Hostile } from '../ui/hostile.tsx';
import { Icon } from '../ui/icon.tsx';

type Trial =
  | { readonly kind: 'running' | 'silent' }
  | { readonly kind: 'answer'; readonly answer: IssuerTest };

/** Looks for an issuer's keys before it is added. Asks the person for one host at a time, in the click. */
export function IssuerTrial({
  read,
  tried,
}: {
  /** What was typed, or null when it cannot be used, which is told elsewhere. */
  readonly read: () => ConfiguredIssuer | null;
  /** Stands for what was typed: an answer to something else is no longer shown. */
  readonly tried: string;
}): VNode {
  const [trial, setTrial] = useState<{ readonly of: string; readonly state: Trial } | null>(null);
  const newest = useRef(0);
  const shown = trial?.of === tried ? trial.state : null;
  const isRunning = shown?.kind === 'running';

  /** `more`: a host that the last answer asked for, beside the one that the issuer's documents begin at. */
  const start = (more: string | null) => {
    const issuer = read();
    if (issuer === null || isRunning) return;
    const number = ++newest.current;
    const tell = (state: Trial) => number === newest.current && setTrial({ of: tried, state });
    tell({ kind: 'running' });
    const host = more ?? hostOfAddress(keySourceOf(issuer).url);
    // A refusal is no end: some services let everybody ask, and the answer says what is missing.
    requestHosts([host])
      .catch(() => false)
      .then(() => testIssuer(asked(issuer)))
      .then(
        (answer) => tell({ kind: 'answer', answer }),
        () => tell({ kind: 'silent' }),
      );
  };

  return (
    <div class="trial">
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={isRunning}
        onClick={() => start(null)}
      >
        <Icon name="search" />
        {text('options_test_button')}
      </button>
      <div role="status" class="trial-result">
        {shown?.kind === 'running' && <p>{text('options_test_running')}</p>}
        {shown?.kind === 'silent' && <p class="field-problem">{text('verdict_no_answer')}</p>}
        {shown?.kind === 'answer' && <Answer answer={shown.answer} onAllow={start} />}
      </div>
    </div>
  );
}

const asked = ({ issuer, shape, discovery, keyDocument }: ConfiguredIssuer) => ({
  issuer,
  shape,
  ...(discovery !== undefined && { discovery }),
  ...(keyDocument !== undefined && { keyDocument }),
});

function Answer({
  answer,
  onAllow,
}: {
  readonly answer: IssuerTest;
  readonly onAllow: (host: string) => void;
}): VNode {
  const { result, keys, algorithms, keyDocument, ask } = answer;
  const isUsable = result === 'usable';
  return (
    <div class={isUsable ? 'trial-answer trial-usable' : 'trial-answer'} data-result={result}>
      <p class="trial-words">
        <Icon name={isUsable ? 'check' : 'warning'} />
        {isUsable
          ? countedText('options_test_usable', keys)
          : text(`options_test_${result.replaceAll('-', '_')}`)}
      </p>
      {algorithms.length > 0 && (
        <p class="hint">
          {text('options_test_algorithms')}{' '}
          <Hostile value={new Intl.ListFormat(uiLanguage(), { type: 'unit' }).format(algorithms)} />
        </p>
      )}
      {keyDocument !== null && (
        <p class="hint">
          {text('options_test_keys_at')} <Hostile value={keyDocument} />
        </p>
      )}
      {ask !== null && (
        <button type="button" class="button" onClick={() => onAllow(ask)}>
          {text('options_test_allow')} <Hostile value={ask} />
        </button>
      )}
    </div>
  );
}
