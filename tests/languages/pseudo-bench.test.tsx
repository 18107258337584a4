// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { providers, rules } from '../../src/core/index.ts';
import type { Failure } from '../../src/inspector/bench/bench-state.ts';
import type { FromWorker, KeyFileProblem } from '../../src/inspector/bench/work/messages.ts';
import { readEnglish } from '../../tools/languages/english.ts';
import { toFile } from '../../tools/languages/message-file.ts';
import { pseudoLanguages, pseudoMessages, pseudoStart } from '../../tools/languages/pseudo.ts';
import { answersOf, click, drop, openLines, paste, texts, until } from '../support/bench-page.ts';
import { benchNowMs, harOf, readingOf, runTask, taskOf } from '../support/bench-runs.ts';
import { InlineWorker } from '../support/inline-worker.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import { polyfillOf } from '../support/polyfill.ts';
import { saveEvidence } from '../support/saved-evidence.ts';
import { findSentences } from '../support/sentences.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../support/tokens.ts';

const { polyfill } = vi.hoisted(() => ({ polyfill: { default: {} as Record<string, unknown> } }));
vi.mock('webextension-polyfill', () => polyfill);
const { Inspector } = await import('../../src/inspector/inspector.tsx');

const english = await readEnglish();
const key = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const unlisted = await createSigningKey(enterpriseOwner);
const sign = (signer: typeof key, uti: string, claims: object = {}) =>
  signToken(signer, entraClaims({ uti, ...claims }));
const genuine = await sign(key, 'a');
const forged = await sign(consumer, 'b');
const tokens = [
  genuine,
  forged,
  await sign(unlisted, 'c'),
  await sign(key, 'd', { exp: Math.floor(benchNowMs / 1000) - 7200 }),
  'EwA4opaque',
];
const reading = await readingOf([key.entry, consumer.entry]);

const failures: readonly Failure[] = [
  'unreadable',
  'too-large',
  'not-text',
  'too-many-tokens',
  'no-token',
  'failed',
  'folder',
];
const leftOut = [
  'refresh-token',
  'own-proof',
  'broken-file',
  'broken-line',
  'too-large',
  'too-deep',
  'use-beyond-bound',
] as const;
const keyFileProblems: readonly KeyFileProblem[] = [
  'unreadable',
  'too-large',
  'not-json',
  'not-keys',
  'no-address',
];

/** Tells what a test wants told. */
let told: readonly FromWorker[] = [];
class TellingWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  postMessage(): void {
    for (const data of told) queueMicrotask(() => this.onmessage?.({ data }));
  }
  terminate(): void {}
}

/** A webmail is chosen by its name, and a rule's id stands beside its words on paper. */
const names = new Set([...providers.map(({ name }) => name), ...rules.map(({ id }) => id)]);
/** Names of files and of this test's program, and units of `Intl`. */
const more = /session\.har|keys\.json|1\.2\.3|\b(?:kB|byte|MB)\b|بايت|ك\.بايت|كيلوبايت/g;

afterEach(async () => {
  await act(() => render(null, document.body));
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(pseudoLanguages)('“check a file” in %s', (language) => {
  beforeEach(async () => {
    const file = JSON.parse(toFile(language, pseudoMessages(english, language)));
    const base = polyfillOf(file, 'en').default;
    Object.assign(polyfill.default, base, {
      runtime: {
        ...base.runtime,
        sendMessage: answersOf([], [reading]),
        getManifest: () => ({ version: '1.2.3' }),
      },
    });
    vi.stubGlobal('Worker', InlineWorker);
    vi.spyOn(Date, 'now').mockReturnValue(benchNowMs);
    location.hash = '#bench';
    await act(() => render(<Inspector />, document.body));
    await until('textarea');
  });

  function expectMessages(): void {
    for (const details of document.querySelectorAll('details')) details.open = true;
    expect(document.body.textContent).toContain(pseudoStart);
    const found = findSentences(document.body, more);
    expect(found.filter((text) => !names.has(text))).toEqual([]);
  }

  test('before a file is chosen: every text is a message', expectMessages);

  test.each(failures)('a file that is refused (%s): every text is a message', async (failure) => {
    vi.stubGlobal('Worker', TellingWorker);
    if (failure === 'folder') await drop(new File(['a'], 'a'), new File(['b'], 'b'));
    else {
      told = [{ type: 'failed', failure }];
      await paste(genuine);
    }
    await until(`[data-failure="${failure}"]`);
    expectMessages();
  });

  test('while it reads: every text is a message', async () => {
    vi.stubGlobal('Worker', TellingWorker);
    const progress = { bytes: 5e6, allBytes: 9e6, found: 3, judged: 2, all: 3 };
    told = [{ type: 'progress', progress }];
    await paste(genuine);
    await until('progress');
    expectMessages();
  });

  test('results, each token open, and the printed report: every text is a message', async () => {
    vi.stubGlobal('print', () => {});
    await drop(new File([harOf(tokens)], 'session.har'));
    await until('.bench-totals');
    await openLines();
    await until('.token-body');
    await click('.bench-report-buttons button:last-of-type');
    await until('.bench-report');
    expect(texts('.bench-results > li')).toHaveLength(tokens.length);
    expectMessages();
  });

  test('everything that is told of reading: every text is a message', async () => {
    const { messages } = await runTask(taskOf(harOf([genuine])));
    vi.stubGlobal('Worker', TellingWorker);
    told = messages.map((message) =>
      message.type === 'done'
        ? {
            ...message,
            summary: {
              ...message.summary,
              leftOut: leftOut.map((what) => [what, 2]),
              clockErrorMs: 600_000,
              isStopped: true,
              isRecorded: true,
              keyFiles: keyFileProblems.map((problem) => ({ name: 'keys.json', problem })),
            },
          }
        : message,
    );
    await paste(genuine);
    await until('.bench-missing');
    expect(texts('.bench-notes li')).toHaveLength(leftOut.length + 3 + keyFileProblems.length);
    expectMessages();
  });

  test('saved evidence, each token open: every text is a message', async () => {
    const keys = await keyPortOf({ [commonKeysUrl]: [key.entry, consumer.entry] });
    const saved = await saveEvidence([await inspectToken(forged, keys)]);
    await drop(new File([saved], 'session.har'));
    await until('.bench-totals');
    await openLines();
    await until('.token-body');
    expectMessages();
  });
});
