import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { text, uiLanguage } from '../protocol/client.ts';
import { maxRetentionDays } from '../protocol/settings-schema.ts';
import { formatDuration } from '../ui/format.ts';
import type { OptionProps } from './option-props.ts';
import { ManagedNote, Section } from './section.tsx';

/** How long sessions and verdicts are kept. */
export function Retention({ section, settings, management, change }: OptionProps): VNode {
  const decided = management.policy.retentionDays;
  const [isWrong, setWrong] = useState(false);
  const save = (typed: string) => {
    const days = Number(typed);
    const isUsable =
      typed.trim() !== '' && Number.isInteger(days) && days >= 1 && days <= maxRetentionDays;
    setWrong(!isUsable);
    if (isUsable && days !== settings.retentionDays) void change({ retentionDays: days });
  };
  return (
    <Section section={section} lead={text('options_retention_lead')}>
      {decided !== null && <ManagedNote policyKey="retentionDays" id="retention-managed" />}
      <div class="field field-short">
        <label for="retention-days">{text('options_retention_days')}</label>
        <input
          type="number"
          id="retention-days"
          min={1}
          max={maxRetentionDays}
          step={1}
          value={decided ?? settings.retentionDays}
          disabled={decided !== null}
          aria-describedby={decided === null ? 'retention-hint' : 'retention-managed'}
          aria-invalid={isWrong}
          onChange={(event) => save(event.currentTarget.value)}
        />
        <p class={isWrong ? 'field-problem' : 'hint'} id="retention-hint" role="status">
          {text(isWrong ? 'options_retention_wrong' : 'options_retention_hint', [
            formatDuration(maxRetentionDays * 86_400, uiLanguage()),
          ])}
        </p>
      </div>
    </Section>
  );
}
