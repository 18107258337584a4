import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { PopupView } from '../protocol/views.ts';
import { Icon } from '../ui/icon.tsx';

/** What holds whatever the page is: who manages the browser, and that nothing of a private window is kept. */
export function SurroundingLines({ view }: { readonly view: PopupView }): VNode | null {
  // Where a session is in front, what is not seen elsewhere is beside the point.
  const tellsPrivate =
    !view.seesPrivateWindows && (view.state === 'not-webmail' || view.state === 'hidden');
  if (!view.isManaged && !view.isPrivate && !tellsPrivate) return null;
  return (
    <ul class="surroundings">
      {view.isManaged && (
        <li data-line="managed">
          <Icon name="lock" />
          {text('popup_managed')}
        </li>
      )}
      {view.isPrivate && (
        <li data-line="private">
          <Icon name="mask" />
          {text('popup_private')}
        </li>
      )}
      {tellsPrivate && (
        <li data-line="private-unseen">
          <Icon name="mask" />
          {text('popup_private_unseen')}
        </li>
      )}
    </ul>
  );
}
