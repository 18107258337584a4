import type { VNode } from 'preact';

/** One line, or several, of what somebody types, with its hint. */
export function FormField({
  id,
  label,
  hint,
  value,
  maxLength,
  kind = 'text',
  isRequired = false,
  onInput,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength: number;
  readonly kind?: 'text' | 'url' | 'lines';
  readonly isRequired?: boolean;
  readonly onInput: (value: string) => void;
}): VNode {
  const common = {
    id,
    value,
    maxLength,
    required: isRequired,
    spellcheck: false,
    autocomplete: 'off',
    'aria-describedby': `${id}-hint`,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === 'lines' ? (
        <textarea {...common} rows={3} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={kind}
          dir={kind === 'url' ? 'ltr' : 'auto'}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** Lines that say something, without the white space around them. */
export const linesOf = (value: string): readonly string[] => [
  ...new Set(
    value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
