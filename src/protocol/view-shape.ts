import type { PopupView } from './views.ts';

const states: Readonly<Record<PopupView['state'], true>> = {
  session: true,
  waiting: true,
  opaque: true,
  'not-webmail': true,
  hidden: true,
  'permission-missing': true,
  'site-closed': true,
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
