import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { KeyHistoryExport } from '../../core/index.ts';
import { fetchKeyHistory, fetchSessions, text } from '../../protocol/client.ts';
import type { SessionDetail } from '../../protocol/session-schema.ts';
import { AnswerView, Empty } from '../answer-view.tsx';
import { DownloadButton } from '../download-button.tsx';
import type { Route } from '../route.ts';
import { useAnswer } from '../use-answer.ts';
import { buildPicture } from './build-picture.ts';
import { filterPicture, type KeyFilter } from './filter-picture.ts';
import { KeyFilters } from './key-filters.tsx';
import { KeyTable } from './key-table.tsx';
import { Legend } from './legend.tsx';
import { Timeline } from './timeline.tsx';

const fetchBoth = async (): Promise<readonly [KeyHistoryExport, readonly SessionDetail[]]> => {
  const [history, { sessions }] = await Promise.all([fetchKeyHistory(), fetchSessions()]);
  return [history, sessions];
};

/** Every key that an issuer was seen to publish, over time. */
export function Keys({ route }: { readonly route: Route }): VNode {
  const answered = useAnswer(fetchBoth);
  return (
    <AnswerView answered={answered}>
      {([history, sessions]) => (
        <KeyView
          history={history}
          sessions={sessions}
          query={route.query ?? ''}
          key={route.query}
        />
      )}
    </AnswerView>
  );
}

function KeyView({
  history,
  sessions,
  query,
}: {
  readonly history: KeyHistoryExport;
  readonly sessions: readonly SessionDetail[];
  readonly query: string;
}): VNode {
  const picture = useMemo(() => buildPicture(history, sessions), [history, sessions]);
  const [filter, setFilter] = useState<KeyFilter>({ query, isTellingOnly: false });
  const [isTable, setTable] = useState(false);
  if (picture.groups.length === 0) {
    return (
      <Empty icon="key" title={text('inspector_keys_none')}>
        <p>{text('inspector_keys_none_why')}</p>
      </Empty>
    );
  }
  const shown = filterPicture(picture, filter);
  return (
    <>
      <p class="lead">{text('inspector_keys_lead')}</p>
      <KeyFilters
        filter={filter}
        onFilter={setFilter}
        isTable={isTable}
        onTable={setTable}
        picture={picture}
        shown={shown}
      />
      {isTable ? (
        <KeyTable picture={shown} />
      ) : (
        <>
          <Legend />
          <Timeline picture={shown} whole={picture} />
        </>
      )}
      <p class="after no-print">
        <DownloadButton
          label={text('inspector_keys_export')}
          fileName="countersign-key-history.json"
          build={() => JSON.stringify(history, null, 2)}
        />
      </p>
      <p class="hint">{text('inspector_keys_export_hint')}</p>
    </>
  );
}
