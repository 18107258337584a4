import browser, { type WebRequest } from 'webextension-polyfill';
import { isOwnRequest, readPageUrl } from './request-origin.ts';

/** What one request sent. Everything in it may be hostile. */
export interface ObservedBody {
  readonly url: string;
  readonly method: string;
  /** Tab that asked; null for workers without one. */
  readonly tabId: number | null;
  readonly pageUrl: string | null;
  readonly isPrivate: boolean;
  /** Fields of a form (`application/x-www-form-urlencoded`, `multipart/form-data`), each with its first values; null: no form. */
  readonly form: ReadonlyMap<string, readonly string[]> | null;
  /** A body that is no form, as text (JSON, mostly); null: none, not UTF-8, or longer than `maxBodyBytes`. */
  readonly text: string | null;
}

/** Longest body that is read as text, bytes. Token requests have some kilobytes; uploads have many more and are left alone. */
export const maxBodyBytes = 262_144;
/** Most fields of a form and most values of a field that are handed on. */
export const maxFields = 64;
export const maxValues = 4;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Calls back for requests with a body: navigations to `pages` (sign-in answers by `form_post`), and requests of page code to
 * `signInHosts` (token requests). Bodies that go elsewhere, uploads above all, are never copied for the extension. Observes only, until
 * what it returns is called.
 */
export function observeBodies(
  pages: readonly string[],
  signInHosts: readonly string[],
  callback: (body: ObservedBody) => void,
): () => void {
  const receive = (details: WebRequest.OnBeforeRequestDetailsType): void => {
    const pageUrl = readPageUrl(details);
    if (details.requestBody === undefined || details.requestBody === null) return;
    if (isOwnRequest(pageUrl)) return;
    callback({
      url: details.url,
      method: details.method,
      tabId: details.tabId >= 0 ? details.tabId : null,
      pageUrl,
      isPrivate: details.incognito === true,
      form: readForm(details.requestBody.formData),
      text: readText(details.requestBody.raw),
    });
  };
  const { onBeforeRequest } = browser.webRequest;
  const watch = (urls: readonly string[], types: WebRequest.ResourceType[]): (() => void) => {
    // To a browser, no address at all can mean every address.
    if (urls.length === 0) return () => undefined;
    // One listener each: the same function is registered once only.
    const listener = (details: WebRequest.OnBeforeRequestDetailsType): void => receive(details);
    onBeforeRequest.addListener(listener, { urls: [...urls], types }, ['requestBody']);
    return () => onBeforeRequest.removeListener(listener);
  };
  const stops = [watch(pages, ['main_frame', 'sub_frame']), watch(signInHosts, ['xmlhttprequest'])];
  return () => {
    for (const stop of stops) stop();
  };
}

function readForm(form: unknown): ObservedBody['form'] {
  if (typeof form !== 'object' || form === null) return null;
  const fields = Object.entries(form).slice(0, maxFields);
  return new Map(
    fields.map(([name, values]) => [
      name,
      (Array.isArray(values) ? values : [])
        .slice(0, maxValues)
        .filter((value): value is string => typeof value === 'string'),
    ]),
  );
}

function readText(raw: readonly WebRequest.UploadData[] | undefined): string | null {
  if (raw === undefined || raw.length === 0) return null;
  const parts = raw.map(({ bytes }) => bytes);
  const buffers = parts.filter((part): part is ArrayBuffer => part instanceof ArrayBuffer);
  const length = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  // A file in the body comes as a name, not as bytes.
  if (buffers.length < parts.length || length > maxBodyBytes) return null;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const buffer of buffers) {
    bytes.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
