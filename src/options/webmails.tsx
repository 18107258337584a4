import type { VNode } from 'preact';
import { buildDirectory, configurationOf, mergeConfigurations, providers } from '../core/index.ts';
import { text } from '../protocol/client.ts';
import { countedText } from '../ui/counted-text.ts';
import { makeVisible } from '../ui/visible-text.ts';
import type { OptionProps } from './option-props.ts';
import { ManagedNote, Section } from './section.tsx';
import { Switch } from './switch.tsx';

type Origin = 'known' | 'own' | 'managed';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly origin: Origin;
}

/** Every webmail with the hosts that are looked at, each of which can be turned off. */
export function Webmails({ section, settings, management, change }: OptionProps): VNode {
  const isLocked = management.policy.forbidTurningOff;
  const off = new Set(isLocked ? [] : settings.offProviders);
  const lines = listWebmails(settings, management);
  const turn = (id: string, isOn: boolean) => {
    const others = settings.offProviders.filter((one) => one !== id);
    void change(
      { offProviders: isOn ? others : [...others, id] },
      isOn ? 'options_webmail_now_on' : 'options_webmail_now_off',
    );
  };
  return (
    <Section section={section} lead={text('options_webmails_lead')}>
      {isLocked && <ManagedNote policyKey="forbidTurningOff" id="webmails-managed" />}
      <ul class="webmail-list">
        {lines.map(({ id, name, hosts, origin }) => (
          <li key={id} data-webmail={id}>
            <Switch
              id={`webmail-${id}`}
              isOn={!off.has(id)}
              isLocked={isLocked}
              describedBy={isLocked ? 'webmails-managed' : undefined}
              onChange={(isOn) => turn(id, isOn)}
            >
              <bdi class="webmail-name">{makeVisible(name)}</bdi>
              {origin !== 'known' && <span class="badge">{text(`options_origin_${origin}`)}</span>}
              <span class="webmail-state">
                {text(off.has(id) ? 'options_webmail_off' : 'options_webmail_on')}
              </span>
            </Switch>
            <details class="hosts">
              <summary>{countedText('options_hosts', hosts.length)}</summary>
              <ul>
                {hosts.map((host) => (
                  <li key={host}>
                    <bdi>{makeVisible(host)}</bdi>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Known webmails, then added ones; of two for one host, the organisation's counts. */
function listWebmails(
  settings: OptionProps['settings'],
  { policy }: OptionProps['management'],
): readonly Line[] {
  const managed = configurationOf(policy);
  const own = policy.forbidOwnWebmails
    ? { issuers: [], webmails: [] }
    : { issuers: settings.ownIssuers, webmails: settings.ownWebmails };
  const { directory } = buildDirectory(mergeConfigurations(managed, own));
  const managedHosts = new Set(managed.webmails.map(({ host }) => host));
  return directory.providers.map((provider) => ({
    id: provider.id,
    name: provider.name,
    hosts: [...provider.hosts, ...provider.apiHosts],
    origin: providers.includes(provider)
      ? 'known'
      : managedHosts.has(provider.id)
        ? 'managed'
        : 'own',
  }));
}
