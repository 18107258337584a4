import type { VNode } from 'preact';
import { fetchSessions } from '../../protocol/client.ts';
import { AnswerView } from '../answer-view.tsx';
import type { Route } from '../route.ts';
import { useAnswer } from '../use-answer.ts';
import { SessionList } from './session-list.tsx';

/** Every session that is known, or the one that the address names. */
export function Sessions({ route: _route }: { readonly route: Route }): VNode {
  const answered = useAnswer(fetchSessions);
  return (
    <AnswerView answered={answered}>
      {({ sessions }) => <SessionList sessions={sessions} />}
    </AnswerView>
  );
}
