import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { onViewChanged, requestHosts, text } from '../protocol/client.ts';
import { listMissingHosts, readOwnPermissions } from '../protocol/welcome-client.ts';
import { countedText } from '../ui/counted-text.ts';
import { Icon } from '../ui/icon.tsx';

/** Everything that the extension may do, from its own manifest, each with its reason, and what it was not given. */
export function Permissions(): VNode {
  const [{ names, hosts }] = useState(readOwnPermissions);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<'welcome_hosts_given' | 'welcome_hosts_refused' | null>(null);

  useEffect(() => {
    let isOpen = true;
    const look = () =>
      void listMissingHosts(hosts).then(
        (found) => isOpen && setMissing(found),
        () => undefined,
      );
    onViewChanged(look);
    look();
    return () => {
      isOpen = false;
    };
  }, [hosts]);

  const allow = () => {
    // Called at once: browsers ask only while they handle the click.
    requestHosts(missing).then(
      async (isGiven) => {
        setSaid(isGiven ? 'welcome_hosts_given' : 'welcome_hosts_refused');
        setMissing(await listMissingHosts(hosts).catch(() => missing));
      },
      () => setSaid('welcome_hosts_refused'),
    );
  };

  return (
    <section aria-labelledby="welcome-permissions">
      <h2 id="welcome-permissions">{text('welcome_permissions')}</h2>
      <p class="lead">{text('welcome_permissions_lead')}</p>
      {missing.length > 0 && (
        <div class="card welcome-missing">
          <p>
            <Icon name="warning" />
            <span>{countedText('welcome_hosts_missing', missing.length)}</span>
          </p>
          <button type="button" class="button" onClick={allow}>
            {text('welcome_hosts_allow')}
          </button>
        </div>
      )}
      <p role="status" class="welcome-said">
        {said !== null && text(said)}
      </p>
      <dl class="welcome-permissions">
        <div data-permission="hosts">
          <dt>{countedText('welcome_hosts', hosts.length)}</dt>
          <dd>
            {text('welcome_hosts_why')}
            <details>
              <summary>{text('welcome_hosts_list')}</summary>
              <ul>
                {hosts.map((host) => (
                  <li key={host} data-missing={missing.includes(host)}>
                    {host}
                    {missing.includes(host) && (
                      <span class="badge badge-attention">{text('welcome_host_missing')}</span>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </dd>
        </div>
        {names.map((name) => (
          <div key={name} data-permission={name}>
            <dt>
              {text(`welcome_permission_${name.toLowerCase()}`)} <code>{name}</code>
            </dt>
            <dd>{text(`welcome_permission_${name.toLowerCase()}_why`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
