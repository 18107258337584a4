import type { AcceptAnswer } from './accepting-schema.ts';
import type { EvidenceAnswer, RemoveAnswer } from './rescue-schema.ts';
import type { PopupView } from './views.ts';

const states: Readonly<Record<PopupView['state'], true>> = {
  session: true,
  waiting: true,
  opaque: true,
  'not-webmail': true,
  hidden: true,
  'permission-missing': true,
  'site-closed': true,
  'turned-off': true,
};

/**
 * Whether an answer is a view: one of its states, with its lists. The rest is believed, because our own background sent it, out of the
 * same release.
 */
export function isPopupView(answer: unknown): answer is PopupView {
  if (typeof answer !== 'object' || answer === null) return false;
  const state: unknown = Reflect.get(answer, 'state');
  return (
    typeof state === 'string' &&
    Object.hasOwn(states, state) &&
    ['here', 'elsewhere', 'unseen', 'askHosts'].every((name) =>
      Array.isArray(Reflect.get(answer, name)),
    )
  );
}

const memberOf = (answer: unknown, name: string): unknown =>
  typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;

/** Whether an answer tells what was removed. */
export function isRemoveAnswer(answer: unknown): answer is RemoveAnswer {
  if (memberOf(answer, 'result') === 'not-a-webmail') return true;
  return (
    memberOf(answer, 'result') === 'done' &&
    typeof memberOf(answer, 'isStorageEmpty') === 'boolean' &&
    ['cookies', 'cookiesLeft', 'tabs'].every((name) => typeof memberOf(answer, name) === 'number')
  );
}

/** Whether an answer is a file of evidence, or says that there is none. */
export function isEvidence(answer: unknown): answer is EvidenceAnswer {
  if (memberOf(answer, 'result') === 'gone') return true;
  return (
    memberOf(answer, 'result') === 'done' &&
    ['name', 'text'].every((name) => typeof memberOf(answer, name) === 'string')
  );
}

const acceptResults: Readonly<Record<AcceptAnswer, true>> = {
  done: true,
  forbidden: true,
  'not-acceptable': true,
  gone: true,
  'too-many': true,
};

/** Whether an answer says what came of accepting a finding. */
export function isAcceptAnswer(answer: unknown): answer is { readonly result: AcceptAnswer } {
  const result = memberOf(answer, 'result');
  return typeof result === 'string' && Object.hasOwn(acceptResults, result);
}
