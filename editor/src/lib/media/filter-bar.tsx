import { Chip, NativeSelect, SegmentedControl } from '@mantine/core';
import { countWords } from './asset-words.ts';
import css from './library.module.css';
import { useLibrary, useLibraryTools } from './library-context.ts';
import type { MediaQuery } from './media-query.ts';

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'picture', label: 'Pictures' },
  { value: 'film', label: 'Films' },
];
const sorts = [
  { value: 'newest', label: 'Newest first' },
  { value: 'name', label: 'By name' },
  { value: 'size', label: 'Largest first' },
];

/** What of the place that is looked at is shown, and in which order. */
export function FilterBar() {
  const { library, pick } = useLibraryTools();
  const query = useLibrary((state) => state.query);
  const total = useLibrary((state) => (state.assets ? state.total : undefined));
  const chosen = useLibrary((state) => state.selection.ids.length);
  const place = useLibrary(({ folders, query: { folder, trash } }) =>
    trash
      ? 'Trash'
      : folder === undefined
        ? 'All files'
        : folder === 'none'
          ? 'No folder'
          : (folders.find((each) => each.id === folder)?.name ?? 'Folder'),
  );
  return (
    <div className={css.filters} role="toolbar" aria-label="What is shown">
      <h2 className={css.place}>{place}</h2>
      <span className={css.quiet}>
        {total !== undefined && countWords(total)}
        {chosen > 1 && `, ${chosen} chosen`}
      </span>
      <div className={css.filtersEnd}>
        {!pick && (
          <SegmentedControl
            size="xs"
            aria-label="Kind of file"
            data={kinds}
            value={query.kind ?? 'all'}
            onChange={(kind) =>
              library.show({ kind: kind === 'all' ? undefined : (kind as MediaQuery['kind']) })
            }
          />
        )}
        {!query.trash && (
          <Chip
            size="xs"
            radius="sm"
            variant="light"
            checked={query.missingAlt}
            onChange={(missingAlt) => library.show({ missingAlt })}
          >
            Without alternative text
          </Chip>
        )}
        <NativeSelect
          size="xs"
          aria-label="Order"
          data={sorts}
          value={query.sort}
          onChange={(event) => library.show({ sort: event.currentTarget.value as MediaQuery['sort'] })}
        />
      </div>
    </div>
  );
}
