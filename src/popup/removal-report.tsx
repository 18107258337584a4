import type { VNode } from 'preact';
import { text, uiLanguage } from '../protocol/texts.ts';
import type { Removal } from './remove-session.tsx';

/** What was done about the session on this computer, spoken when it is there. Stays while the page behind is loaded anew. */
export function RemovalReport({ removal }: { readonly removal: Removal | undefined }): VNode {
  return (
    <div role="status">
      {removal !== undefined && (
        <ul class="removal" data-result={removal?.result ?? 'failed'}>
          {linesOf(removal).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function linesOf(removal: Removal): readonly string[] {
  if (removal === null || removal.result !== 'done') return [text('popup_remove_failed')];
  const count = (number: number) => new Intl.NumberFormat(uiLanguage()).format(number);
  const { cookies, cookiesLeft, isStorageEmpty, tabs } = removal;
  return [
    text('popup_removed_cookies', [count(cookies)]),
    text(isStorageEmpty ? 'popup_removed_storage' : 'popup_storage_left'),
    text('popup_removed_tabs', [count(tabs)]),
    ...(cookiesLeft > 0 ? [text('popup_cookies_left', [count(cookiesLeft)])] : []),
  ];
}
