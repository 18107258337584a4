import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchBlocked } from '../protocol/blocked-client.ts';
import type { Blocked } from '../protocol/blocked-schema.ts';
import { text, uiLanguage } from '../protocol/client.ts';
import { formatMoment } from '../ui/format.ts';
import { Hostile } from '../ui/hostile.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import { Contact } from './contact.tsx';
import { GoOn } from './go-on.tsx';
import { ruleSays } from './rule-says.ts';

type State = Blocked | 'waiting' | 'silent' | 'gone';

/** Why a webmail was closed, what to do, whom to call, and the way on where there is one. */
export function BlockedPage({ id }: { readonly id: string }): VNode {
  const [state, setState] = useState<State>('waiting');
  useEffect(() => {
    let isOpen = true;
    fetchBlocked(id).then(
      (blocked) => isOpen && setState(blocked ?? 'gone'),
      // An address that somebody made up is refused as an id: nothing of it is closed.
      () => isOpen && setState(/^[0-9a-f-]{36}$/.test(id) ? 'silent' : 'gone'),
    );
    return () => {
      isOpen = false;
    };
  }, [id]);
  useEffect(() => {
    document.title = text('blocked_window_title', [text('app_name')]);
  }, []);
  return (
    <PageFrame page="blocked">
      {typeof state === 'string' ? (
        <div class="blocked-plain" role="status" data-state={state}>
          <h1>{text(headings[state])}</h1>
          {state === 'gone' && <p class="lead">{text('blocked_gone_why')}</p>}
        </div>
      ) : (
        <Reasons id={id} blocked={state} />
      )}
    </PageFrame>
  );
}

const headings = {
  waiting: 'verdict_loading',
  silent: 'verdict_no_answer',
  gone: 'blocked_gone',
} as const;

function Reasons({ id, blocked }: { readonly id: string; readonly blocked: Blocked }): VNode {
  const { webmail, account, host, rules, atMs, signOutUrl, contact, mayContinue } = blocked;
  return (
    <article class="blocked" data-state="blocked">
      <header class="verdict blocked-head">
        <img src="/icons/danger.svg" alt="" />
        <div>
          <h1>{text('blocked_heading', [makeVisible(webmail)])}</h1>
          {account !== null && (
            <p class="blocked-account">
              <Hostile value={account} />
            </p>
          )}
          <p>{text('blocked_lead')}</p>
        </div>
      </header>

      <section aria-labelledby="blocked-todo">
        <h2 id="blocked-todo">{text('todo_heading')}</h2>
        <ol class="blocked-steps">
          <li>
            <p>{text('blocked_todo_stop')}</p>
          </li>
          {signOutUrl !== null && (
            <li>
              <p>{text('blocked_todo_sign_out')}</p>
              <a class="button" href={signOutUrl} rel="noreferrer">
                {text('sign_out_everywhere')}
              </a>
            </li>
          )}
          <li>
            <Contact contact={contact} />
          </li>
        </ol>
      </section>

      <section aria-labelledby="blocked-why">
        <h2 id="blocked-why">{text('why_heading')}</h2>
        <ul class="blocked-reasons">
          {rules.map((rule) => (
            <li class="card" key={rule} data-rule={rule}>
              <h3>{ruleSays(rule, 'title')}</h3>
              <p>{ruleSays(rule, 'explanation')}</p>
            </li>
          ))}
        </ul>
        <dl class="blocked-facts">
          <div>
            <dt>{text('blocked_site')}</dt>
            <dd>
              <Hostile value={host} />
            </dd>
          </div>
          <div>
            <dt>{text('blocked_time')}</dt>
            <dd>{formatMoment(atMs, uiLanguage())}</dd>
          </div>
        </dl>
        <p>
          <a href="/src/inspector/index.html">{text('blocked_details')}</a>
        </p>
      </section>

      {mayContinue ? (
        <GoOn id={id} webmail={webmail} />
      ) : (
        <p class="hint" data-continue="never">
          {text('blocked_may_not_continue')}
        </p>
      )}
    </article>
  );
}
