import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { EntryProblem } from './read-entries.ts';

/** The form of something that the person adds or changes: its fields, what is wrong with them, and the two ways out. */
export function EntryForm({
  label,
  saveLabel,
  problem,
  onSave,
  onClose,
  children,
  trial,
}: {
  readonly label: string;
  readonly saveLabel: string;
  readonly problem: EntryProblem | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** What can be tried before it is saved. */
  readonly trial?: VNode;
}): VNode {
  return (
    <form
      class="entry-form"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <p class="field-problem" role="alert">
        {problem !== null && text(`options_problem_${problem.replaceAll('-', '_')}`)}
      </p>
      {trial}
      <div class="form-buttons">
        <button type="submit" class="button">
          {saveLabel}
        </button>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {text('options_cancel')}
        </button>
      </div>
    </form>
  );
}
