import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';
import { isUnusual, type KeyFilter } from './filter-picture.ts';
import type { KeyPicture } from './key-line.ts';

/** Search, what is shown, and whether as a picture or as a table. */
export function KeyFilters({
  filter,
  onFilter,
  isTable,
  onTable,
  picture,
  shown,
}: {
  readonly filter: KeyFilter;
  readonly onFilter: (filter: KeyFilter) => void;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  readonly picture: KeyPicture;
  readonly shown: KeyPicture;
}): VNode {
  return (
    <div class="filters no-print">
      <div class="field filter-search">
        <label for="key-search">{text('inspector_keys_search')}</label>
        <input
          id="key-search"
          type="search"
          maxLength={200}
          value={filter.query}
          onInput={({ currentTarget }) => onFilter({ ...filter, query: currentTarget.value })}
        />
      </div>
      <label class="filter-check">
        <input
          type="checkbox"
          checked={filter.isTellingOnly}
          onChange={({ currentTarget }) =>
            onFilter({ ...filter, isTellingOnly: currentTarget.checked })
          }
        />
        {text('inspector_keys_telling')}
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own around two buttons. */}
      <div class="toggle" role="group" aria-label={text('inspector_keys_form')}>
        <button type="button" aria-pressed={!isTable} onClick={() => onTable(false)}>
          <Icon name="chart" />
          {text('inspector_keys_picture')}
        </button>
        <button type="button" aria-pressed={isTable} onClick={() => onTable(true)}>
          <Icon name="table" />
          {text('inspector_keys_table')}
        </button>
      </div>
      <p class="filter-count" role="status">
        {countLine(picture, shown)}
      </p>
    </div>
  );
}

function countLine(picture: KeyPicture, shown: KeyPicture): string {
  const format = new Intl.NumberFormat(uiLanguage());
  const linesOf = ({ groups }: KeyPicture) => groups.flatMap(({ lines }) => lines);
  const unusual = linesOf(shown).filter(isUnusual).length;
  return text('inspector_keys_count', [
    format.format(linesOf(shown).length),
    format.format(linesOf(picture).length),
    format.format(unusual),
  ]);
}
