import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/client.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Answered } from './use-answer.ts';

/** What an answer shows; until there is one, that it is asked for, and that nobody answers. */
export function AnswerView<Value>({
  answered,
  children,
}: {
  readonly answered: Answered<Value>;
  readonly children: (value: Value) => ComponentChildren;
}): VNode {
  if (answered.kind === 'known') return <>{children(answered.value)}</>;
  return (
    <p class="lead" role="status" data-state={answered.kind}>
      {text(answered.kind === 'waiting' ? 'verdict_loading' : 'verdict_no_answer')}
    </p>
  );
}

/** What is said in the place of a list that has nothing in it. */
export function Empty({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
