import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { text } from '../protocol/client.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { Permissions } from './permissions.tsx';
import { Picture } from './picture.tsx';
import { TryOut } from './try-out.tsx';

const does: readonly (readonly [IconName, string])[] = [
  ['key', 'issuer'],
  ['warning', 'warns'],
  ['lock', 'private'],
];
const cannot = ['elsewhere', 'opaque', 'password', 'mails'] as const;

/** What Countersign does, what it cannot see, what it asks for, and how its answers look. */
export function Welcome(): VNode {
  useEffect(() => {
    document.title = text('welcome_window_title', [text('app_name')]);
  }, []);
  return (
    <PageFrame page="welcome">
      <div class="welcome">
        <section class="welcome-head" aria-labelledby="welcome-title">
          <div>
            <h1 id="welcome-title">{text('welcome_title')}</h1>
            <p class="lead">{text('welcome_lead')}</p>
          </div>
          <Picture />
        </section>

        <section aria-labelledby="welcome-does">
          <h2 id="welcome-does">{text('welcome_does')}</h2>
          <ul class="welcome-cards">
            {does.map(([icon, name]) => (
              <li class="card" key={name}>
                <Icon name={icon} />
                <h3>{text(`welcome_does_${name}`)}</h3>
                <p>{text(`welcome_does_${name}_how`)}</p>
              </li>
            ))}
          </ul>
        </section>

        <TryOut />

        <section aria-labelledby="welcome-cannot">
          <h2 id="welcome-cannot">{text('welcome_cannot')}</h2>
          <p class="lead">{text('welcome_cannot_lead')}</p>
          <ul class="welcome-cannot">
            {cannot.map((name) => (
              <li key={name}>
                <Icon name="dash" />
                <span>{text(`welcome_cannot_${name}`)}</span>
              </li>
            ))}
          </ul>
        </section>

        <Permissions />

        <section class="welcome-end" aria-labelledby="welcome-next">
          <h2 id="welcome-next">{text('welcome_next')}</h2>
          <p>{text('welcome_next_what')}</p>
          <p>
            <a class="button button-quiet" href="/src/options/index.html">
              <Icon name="gear" />
              {text('welcome_to_options')}
            </a>
          </p>
        </section>
      </div>
    </PageFrame>
  );
}
