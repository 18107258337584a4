import type { PopupView } from '../protocol/views.ts';
import { makeVisible } from '../ui/visible-text.ts';

/**
 * A view whose webmails have names fit for a sentence: that of an added webmail was typed by somebody, or came with a policy. Everything
 * else that is hostile is made visible where it is shown.
 */
export const withVisibleNames = (view: PopupView): PopupView => ({
  ...view,
  providerName: view.providerName === null ? null : makeVisible(view.providerName),
  here: view.here.map(visibleName),
  elsewhere: view.elsewhere.map(visibleName),
  unseen: view.unseen.map(visibleName),
});

const visibleName = <Named extends { readonly providerName: string }>(named: Named): Named => ({
  ...named,
  providerName: makeVisible(named.providerName),
});
