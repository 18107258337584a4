import type { VNode } from 'preact';
import { fetchSessions } from '../../protocol/client.ts';
import { AnswerView } from '../answer-view.tsx';
import type { Route } from '../route.ts';
import { useAnswer } from '../use-answer.ts';
import { SessionList } from './session-list.tsx';
import { SessionGone, SessionPage } from './session-page.tsx';

/** Every session that is known, or the one that the address names. */
export function Sessions({ route }: { readonly route: Route }): VNode {
  const answered = useAnswer(fetchSessions);
  return (
    <AnswerView answered={answered}>
      {({ sessions }) => {
        if (route.session === null) return <SessionList sessions={sessions} />;
        const open = sessions.find(({ id }) => id === route.session);
        return open === undefined ? <SessionGone /> : <SessionPage session={open} key={open.id} />;
      }}
    </AnswerView>
  );
}
