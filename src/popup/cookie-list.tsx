import type { VNode } from 'preact';
import { text, uiLanguage } from '../protocol/texts.ts';
import type { CookieView, OpaqueView } from '../protocol/views.ts';
import { makeVisible } from '../ui/visible-text.ts';

/** Which session cookies are there, as one line that opens; or why nothing can be said. */
export function CookieList({ known }: { readonly known: OpaqueView }): VNode {
  const { cookies, knownCookies } = known;
  if (knownCookies === 0) return <p class="cookies-none">{text('cookies_undocumented')}</p>;
  if (cookies === null) return <p class="cookies-none">{text('cookies_hidden')}</p>;
  if (cookies.length === 0) return <p class="cookies-none">{text('cookies_absent')}</p>;
  const count = new Intl.NumberFormat(uiLanguage()).format(cookies.length);
  return (
    <details class="cookies">
      <summary>{text('cookies_present', [count])}</summary>
      <ul>
        {cookies.map((cookie) => (
          <Cookie cookie={cookie} key={cookie.name} />
        ))}
      </ul>
    </details>
  );
}

function Cookie({ cookie }: { readonly cookie: CookieView }): VNode {
  const { name, isPrefix, purpose, isHttpOnly, isSecure, sameSite, differs } = cookie;
  const facts = [
    text(isHttpOnly ? 'cookie_http_only' : 'cookie_readable'),
    text(isSecure ? 'cookie_secure' : 'cookie_insecure'),
    text(`cookie_same_site_${sameSite}`),
    ...(differs ? [text('cookie_differs')] : []),
  ];
  return (
    <li data-cookie={name}>
      <span class="value-exact">
        {makeVisible(name)}
        {isPrefix && '…'}
      </span>{' '}
      <span>{text(`cookie_purpose_${purpose.replaceAll('-', '_')}`)}</span>
      <span class="check-reason">{new Intl.ListFormat(uiLanguage()).format(facts)}</span>
    </li>
  );
}
