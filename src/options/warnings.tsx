import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { OptionProps } from './option-props.ts';
import { ManagedNote, Section } from './section.tsx';
import { Switch } from './switch.tsx';

/** Whether a forged session is told beyond the toolbar button. */
export function Warnings({ section, settings, management, change }: OptionProps): VNode {
  const isLocked = management.policy.forceNotifications;
  return (
    <Section section={section} lead={text('options_warnings_lead')}>
      {isLocked && <ManagedNote policyKey="forceNotifications" id="warnings-managed" />}
      {(['notifications', 'banner'] as const).map((name) => (
        <Switch
          key={name}
          id={`warning-${name}`}
          isOn={isLocked || settings[name]}
          isLocked={isLocked}
          describedBy={isLocked ? 'warnings-managed' : undefined}
          onChange={(isOn) => void change({ [name]: isOn })}
        >
          <span class="switch-title">{text(`options_warnings_${name}`)}</span>
          <span class="hint">{text(`options_warnings_${name}_hint`)}</span>
        </Switch>
      ))}
    </Section>
  );
}
