import type { Verdict } from '../../core/index.ts';
import { nameButton, showInToolbar, type ToolbarLook } from '../../platform/action.ts';
import { readMessage } from '../../platform/i18n.ts';
import type { PopupView } from '../../protocol/views.ts';

type Look = 'idle' | Exclude<Verdict, 'not-inspected'>;

const sizes = [16, 24, 32] as const;

/** A sign and a colour for each state; the sign alone tells the states apart. */
const signs: Record<Look, { readonly badge: string; readonly color: string }> = {
  idle: { badge: '', color: '#5b6472' },
  verified: { badge: '\u2713', color: '#1a7f4b' },
  attention: { badge: '!', color: '#8a5a00' },
  danger: { badge: '\u2715', color: '#b3261e' },
  undetermined: { badge: '?', color: '#5b6472' },
};

/** The toolbar button for what a tab's popup would show. */
export function buildToolbarLook(view: PopupView): ToolbarLook {
  const look = lookOf(view);
  return {
    icons: Object.fromEntries(sizes.map((size) => [size, `/icons/${look}-${size}.png`])),
    badge: signs[look].badge,
    badgeColor: signs[look].color,
    title: readMessage(titleOf(view, look), [view.providerName ?? '']),
  };
}

function lookOf({ state, here: [worst] }: PopupView): Look {
  switch (state) {
    case 'session':
      return worst === undefined || worst.verdict === 'not-inspected' ? 'idle' : worst.verdict;
    case 'permission-missing':
    case 'site-closed':
      return 'undetermined';
    default:
      return 'idle';
  }
}

/** What nobody but the provider can check is no alarm and no success: it has no sign, and its words say what it is. */
function titleOf({ state, here: [worst] }: PopupView, look: Look): string {
  if (state === 'permission-missing') return 'action_title_permission';
  if (state === 'site-closed') return 'action_title_closed';
  if (state === 'turned-off') return 'action_title_turned_off';
  if (state === 'hidden') return 'action_title_hidden';
  const isOpaque =
    state === 'opaque' || (state === 'session' && worst?.verdict === 'not-inspected');
  return isOpaque ? 'action_title_not_inspected' : `action_title_${look}`;
}

/** Shows the state of one tab on the toolbar button. */
export function showToolbar(tabId: number, view: PopupView): Promise<void> {
  return showInToolbar(tabId, buildToolbarLook(view));
}

/** The button's name where there is nothing to check: browsers take it from the manifest in their own language, not in the chosen one. */
export const nameToolbarButton = (): Promise<void> => nameButton(readMessage('action_title_idle'));
