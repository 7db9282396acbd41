import { Button, Center, Group, NativeSelect, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import type { Filters } from '../asking/use-filters.ts';
import type { Pages } from '../asking/use-pages.ts';
import css from './look.module.css';
import { Empty, PageHead } from './page-head.tsx';
import { type Column, Rows } from './rows.tsx';

export interface Choice<Name extends string> {
  readonly name: Name;
  /** `State`. The list is not narrowed by it while it says `State: all`. */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A page with a list: what narrows it, its rows, and more of them. */
export function ListPage<Item, Name extends string>({
  title,
  back,
  actions,
  what = title.toLowerCase(),
  search,
  choices = [],
  narrowing,
  filters,
  pages,
  columns,
  keyOf,
  to,
  empty,
}: {
  /** What is listed: `Orders`. */
  title: string;
  back?: { readonly to: string; readonly label: string };
  actions?: ReactNode;
  /** What they are in a sentence, where the title is no name for them. */
  what?: string;
  /** By what is searched: `Number, e-mail or name`. Absent = it cannot be. Its filter is `q`. */
  search?: string;
  choices?: readonly Choice<Name>[];
  /** Filters of another kind, after the choices. */
  narrowing?: ReactNode;
  filters: Filters<Name>;
  pages: Pages<Item>;
  /** The first is what a row is called, and the way to it. */
  columns: readonly Column<Item>[];
  keyOf: (item: Item) => string;
  to?: (item: Item) => string;
  /** What stands here before there is any: a title and what makes the first. */
  empty: { readonly title: string; readonly text: ReactNode };
}) {
  return (
    <>
      <PageHead title={title} {...(back && { back })}>
        {actions}
      </PageHead>
      <search className={css.tools}>
        {search && <SearchField filters={filters} label={`Search ${what}`} placeholder={search} />}
        {choices.map((choice) => (
          <ChoiceField key={choice.name} choice={choice} filters={filters} />
        ))}
        {narrowing}
        {filters.isAny && (
          <Button variant="subtle" color="gray" onClick={filters.clear}>
            Show all
          </Button>
        )}
      </search>
      <Answer to={pages} of={`the ${what}`}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={filters.isAny ? `No ${what} are like that` : empty.title}>
              {filters.isAny ? (
                <Button variant="default" mt="xs" onClick={filters.clear}>
                  Show all {what}
                </Button>
              ) : (
                empty.text
              )}
            </Empty>
          ) : (
            <div className={css.listed} data-old={pages.isOld} aria-busy={pages.isOld}>
              <Rows label={title} {...{ items, columns, keyOf, to }} />
              <More pages={pages} shown={items.length} what={what} />
            </div>
          )
        }
      </Answer>
    </>
  );
}

/** The way to the next page of a list, as long as there is one. */
export function More({ pages, shown, what }: { pages: Pages<unknown>; shown: number; what: string }) {
  return (
    <>
      <VisuallyHidden role="status">
        Shown of the {what}: {shown}
        {pages.hasMore ? ', there are more.' : '.'}
      </VisuallyHidden>
      {pages.hasMore && (
        <Center py="md">
          <Group>
            <Button variant="default" loading={pages.isFetchingMore} onClick={pages.more}>
              Show more
            </Button>
            {pages.isMoreFailed && (
              <Text size="sm" role="alert">
                More could not be loaded. Try again.
              </Text>
            )}
          </Group>
        </Center>
      )}
    </>
  );
}

/** Milliseconds without a key after which is searched. */
const REST = 250;

function SearchField({
  filters,
  label,
  placeholder,
}: {
  filters: Filters;
  label: string;
  placeholder: string;
}) {
  const kept = filters.values.q ?? '';
  const [text, setText] = useState(kept);
  const sent = useRef(kept);
  // The address was changed by something else: the way back, "Show all".
  useEffect(() => {
    if (kept === sent.current) return;
    sent.current = kept;
    setText(kept);
  }, [kept]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      filters.set({ q: wanted });
    }, REST);
    return () => clearTimeout(timer);
  }, [text, filters]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      className={css.search}
    />
  );
}

function ChoiceField<Name extends string>({
  choice: { name, label, options },
  filters,
}: {
  choice: Choice<Name>;
  filters: Filters<Name>;
}) {
  return (
    <NativeSelect
      aria-label={label}
      value={filters.values[name] ?? ''}
      onChange={(event) =>
        filters.set({ [name]: event.currentTarget.value } as Partial<Record<Name, string>>)
      }
      data={[{ value: '', label: `${label}: all` }, ...options]}
      className={css.choice}
      data-chosen={filters.values[name] !== undefined}
    />
  );
}
