import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { eraseEverything, text } from '../protocol/client.ts';
import { Icon } from '../ui/icon.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { OptionProps } from './option-props.ts';
import { Section } from './section.tsx';

/** Forgets everything about the person's sessions, after a question. */
export function Erasing({ section, perform }: OptionProps): VNode {
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsking(false);
    button.current?.focus();
  };
  return (
    <Section section={section} lead={text('options_erasing_lead')}>
      <button
        type="button"
        class="button button-danger"
        ref={button}
        onClick={() => setAsking(true)}
      >
        <Icon name="trash" />
        {text('options_erasing_button')}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={text('options_erasing_question')}
          action={text('options_erasing_yes')}
          isDangerous
          onNo={close}
          onYes={() => {
            close();
            void perform(eraseEverything, 'options_erased', 'options_not_erased');
          }}
        >
          <p>{text('options_erasing_what')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
