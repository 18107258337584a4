import type { VNode } from 'preact';
import type { AcceptedFinding } from '../core/index.ts';
import { text, uiLanguage } from '../protocol/client.ts';
import { stopAccepting } from '../protocol/options-client.ts';
import { formatMoment } from '../ui/format.ts';
import { Hostile } from '../ui/hostile.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import type { OptionProps } from './option-props.ts';
import { ManagedNote, Section } from './section.tsx';

/** Findings that the person said are fine, each of which can warn again. */
export function AcceptedFindings({ section, settings, management, perform }: OptionProps): VNode {
  const { acceptedFindings } = settings;
  return (
    <Section section={section} lead={text('options_accepted_lead')}>
      {management.policy.forbidAccepting && <ManagedNote policyKey="forbidAccepting" />}
      {acceptedFindings.length === 0 ? (
        <p class="hint">{text('options_accepted_none')}</p>
      ) : (
        <ul class="entry-list">
          {acceptedFindings.map((finding) => (
            <li class="entry" key={JSON.stringify(finding)} data-rule={finding.rule}>
              <div>
                <p class="entry-name">{titleOf(finding)}</p>
                <p class="hint">
                  {text('options_accepted_at', [formatMoment(finding.acceptedAtMs, uiLanguage())])}
                </p>
                <dl class="entry-facts">
                  <Fact message="options_accepted_account" value={finding.account} />
                  <Fact message="options_accepted_issuer" value={finding.issuer} />
                  <Fact
                    message="options_accepted_key"
                    value={finding.keyId ?? finding.keyThumbprint}
                  />
                </dl>
              </div>
              <button
                type="button"
                class="button button-quiet"
                onClick={() =>
                  void perform(
                    () => stopAccepting(finding),
                    'options_accepted_taken_back',
                    'options_not_saved',
                  )
                }
              >
                {text('options_accepted_undo')}
                <span class="visually-hidden">{`: ${titleOf(finding)}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** In the rule's own words; a rule of another version by its id. */
function titleOf({ rule }: AcceptedFinding): string {
  const name = `rule_${rule.replaceAll('-', '_')}_title`;
  const said = text(name);
  return said === name ? makeVisible(rule) : said;
}

function Fact({
  message,
  value,
}: {
  readonly message: string;
  readonly value: string | null;
}): VNode | null {
  if (value === null) return null;
  return (
    <div>
      <dt>{text(message)}</dt>
      <dd>
        <Hostile value={value} />
      </dd>
    </div>
  );
}
