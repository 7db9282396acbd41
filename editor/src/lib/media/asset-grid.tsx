import { Alert, Button, Loader } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { AssetTile } from './asset-tile.tsx';
import { EmptyLibrary } from './empty-library.tsx';
import css from './grid.module.css';
import { tileAfterKey } from './grid-keys.ts';
import { useLibrary, useLibraryTools } from './library-context.ts';
import { mannerOf, selectedAfter } from './selection.ts';
import type { DragSource } from './use-asset-drag.tsx';

/** The files of the place that is looked at: one stop of the Tab key, with arrow keys inside. */
export function AssetGrid({ dragSource, moving }: { dragSource: DragSource; moving: readonly string[] }) {
  const { library, pick, choose, ask, mayWrite } = useLibraryTools();
  const { assets, selection, problem, isLoading, next } = useLibrary((state) => state);
  const list = useRef<HTMLDivElement>(null);
  const shown = assets ?? [];
  const ids = shown.map(({ id }) => id);
  const focused = selection.ids.findLast((id) => ids.includes(id)) ?? ids[0];

  const last = selection.ids.at(-1);
  // It may have been selected elsewhere: an upload, what the field shows now.
  useEffect(() => {
    if (last !== undefined)
      list.current?.querySelector(`[data-asset="${last}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [last]);

  // The same function for as long as the library lives, so that tiles are not made anew.
  const select = useCallback(
    (id: string, event: MouseEvent | KeyboardEvent) => {
      const { selection: before, assets: all = [] } = library.state.get();
      const order = all.map((each) => each.id);
      library.select(selectedAfter(before, id, mannerOf(event), order));
    },
    [library],
  );
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const id = (event.target as HTMLElement).dataset.asset;
    if (id === undefined) return;
    const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length;
    const to = tileAfterKey(event.key, { at: ids.indexOf(id), count: ids.length, columns });
    if (to !== undefined) {
      const manner = event.shiftKey ? 'range' : 'only';
      library.select(selectedAfter(library.state.get().selection, ids[to]!, manner, ids));
      list.current?.querySelectorAll<HTMLElement>('[role=option]')[to]?.focus();
      if (to >= ids.length - columns) void library.more();
    } else if (event.key === ' ') library.select(selectedAfter(selection, id, 'toggle', ids));
    else if (event.key === 'Enter') {
      if (!selection.ids.includes(id)) select(id, event);
      if (pick) choose(id);
      else focusDetails(event.currentTarget);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      library.select({ ids, anchor: id });
    else if (event.key === 'Delete' && mayWrite && !library.state.get().query.trash)
      ask({ kind: 'delete', ids: selection.ids.includes(id) ? selection.ids : [id] });
    else return;
    event.preventDefault();
  };

  return (
    <div className={css.scroll} aria-busy={isLoading}>
      {problem !== undefined && (
        <Alert color="red" m="md" role="alert" title="The files could not be fetched">
          {problem}
          <div>
            <Button
              mt="xs"
              size="compact-sm"
              variant="light"
              color="red"
              onClick={() => void library.refresh()}
            >
              Try again
            </Button>
          </div>
        </Alert>
      )}
      {assets === undefined && problem === undefined && (
        <div className={css.wait}>
          <Loader size="sm" role="img" aria-label="The files are being fetched" />
        </div>
      )}
      {assets?.length === 0 && !isLoading && problem === undefined && <EmptyLibrary />}
      {shown.length > 0 && (
        <div
          ref={list}
          className={css.grid}
          role="listbox"
          aria-label="Files"
          aria-multiselectable
          onKeyDown={press}
        >
          {shown.map((asset) => (
            <AssetTile
              key={asset.id}
              asset={asset}
              isSelected={selection.ids.includes(asset.id)}
              isFocusable={asset.id === focused}
              isMoving={moving.includes(asset.id)}
              onSelect={select}
              onChoose={choose}
              source={dragSource}
            />
          ))}
        </div>
      )}
      {next !== undefined && <More isLoading={isLoading} onMore={() => void library.more()} />}
    </div>
  );
}

/** Fetches the next page when it comes into sight. */
function More({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    if (mark.current && !isLoading) watch.observe(mark.current);
    return () => watch.disconnect();
  }, [isLoading]);
  return (
    <div ref={mark} className={css.more}>
      <Button variant="default" size="xs" loading={isLoading} onClick={onMore}>
        Show more
      </Button>
    </div>
  );
}

function focusDetails(from: Element): void {
  const details = from.closest('[role=dialog]')?.querySelector('[data-details]');
  details?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
