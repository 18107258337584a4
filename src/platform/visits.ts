import browser, { type WebRequest } from 'webextension-polyfill';
import { patternsOf } from './host-patterns.ts';

/** A page, or a frame in one, that a tab goes to. */
export interface Visit {
  readonly url: string;
  readonly tabId: number;
  readonly isPrivate: boolean;
}

/** Calls back when a tab, or a frame in it, goes to an address of these hosts, until what it returns is called. Observes only. */
export function observeVisits(
  hosts: readonly string[],
  callback: (visit: Visit) => void,
): () => void {
  if (hosts.length === 0) return () => undefined;
  const see = ({ url, tabId, incognito }: WebRequest.OnBeforeRequestDetailsType): void => {
    if (tabId >= 0) callback({ url, tabId, isPrivate: incognito === true });
  };
  const { onBeforeRequest } = browser.webRequest;
  onBeforeRequest.addListener(see, {
    urls: [...patternsOf(hosts)],
    types: ['main_frame', 'sub_frame'],
  });
  return () => onBeforeRequest.removeListener(see);
}
