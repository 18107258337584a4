import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { releaseConnections, requestConnections, text } from '../protocol/client.ts';
import type { OptionProps } from './option-props.ts';
import { Section } from './section.tsx';
import { Switch } from './switch.tsx';

/** Whether it is looked at who vouches for the connections to key servers. Only Firefox can tell. */
export function Connections({ section, settings, change }: OptionProps): VNode {
  const [isRefused, setRefused] = useState(false);
  const turn = (isOn: boolean) => {
    // Called at once: the browser asks only while it handles the click.
    const asked = isOn ? requestConnections() : releaseConnections().then(() => true);
    asked
      .catch(() => false)
      .then((isGiven) => {
        setRefused(isOn && !isGiven);
        void change({ checkConnections: isOn && isGiven });
      });
  };
  return (
    <Section section={section} lead={text('options_connections_lead')}>
      <Switch
        id="check-connections"
        isOn={settings.checkConnections}
        describedBy="connections-refused"
        onChange={turn}
      >
        <span class="switch-title">{text('options_connections_switch')}</span>
        <span class="hint">{text('options_connections_hint')}</span>
      </Switch>
      <p class="field-problem" id="connections-refused" role="alert">
        {isRefused && text('options_connections_refused')}
      </p>
    </Section>
  );
}
