import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import { type LanguageChoice as Choice, languages } from '../protocol/languages.ts';
import type { OptionProps } from './option-props.ts';
import { Section } from './section.tsx';

const choices: readonly Choice[] = ['auto', ...languages];

/** The language of every page, whatever the browser's is. */
export function LanguageChoice({ section, settings, change }: OptionProps): VNode {
  const choose = (value: string) => {
    const language = choices.find((one) => one === value);
    if (language !== undefined) void change({ language });
  };
  return (
    <Section section={section} lead={text('options_language_lead')}>
      <div class="field field-short">
        <label for="language-choice">{text('options_language_label')}</label>
        <select
          id="language-choice"
          value={settings.language}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice} {...(choice !== 'auto' && { lang: choice })}>
              {choice === 'auto' ? text('options_language_auto') : ownNameOf(choice)}
            </option>
          ))}
        </select>
      </div>
    </Section>
  );
}

/** A language by the name that its own speakers give it. */
function ownNameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
