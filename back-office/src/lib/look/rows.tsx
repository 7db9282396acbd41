import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from '../address/link.tsx';
import css from './look.module.css';

export interface Column<Item> {
  readonly label: string;
  readonly cell: (item: Item) => ReactNode;
  /** Figures stand below each other. */
  readonly isNumeric?: boolean;
  /**
   * Where it stands on the card of a phone: at the end of the first line, below without its label, below with it (the default), or
   * nowhere.
   */
  readonly onPhone?: 'end' | 'bare' | 'labelled' | 'nowhere';
}

interface RowsProps<Item> {
  /** What they are, for who cannot see the page: `Orders`. */
  readonly label: string;
  readonly items: readonly Item[];
  /** The first is what a row is called, and the way to it. */
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string;
  /** The page of a row. */
  readonly to?: (item: Item) => string;
}

/** Items as the rows of a table, on a phone as cards. A row is a link: it is tabbed to, opened in place or in a window of its own. */
export function Rows<Item>(props: RowsProps<Item>) {
  const isPhone = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  return isPhone ? <Cards {...props} /> : <RowTable {...props} />;
}

function RowTable<Item>({ label, items, columns, keyOf, to }: RowsProps<Item>) {
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table aria-label={label} className={css.rows} highlightOnHover={to !== undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ label: name, isNumeric }) => (
              <Table.Th key={name} scope="col" ta={isNumeric ? 'right' : undefined}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={keyOf(item)} className={to && css.linked}>
              {columns.map(({ label: name, cell, isNumeric }, at) => (
                <Table.Td
                  key={name}
                  ta={isNumeric ? 'right' : undefined}
                  className={isNumeric ? css.figures : undefined}
                >
                  {at === 0 ? <Name to={to?.(item)}>{cell(item)}</Name> : cell(item)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Cards<Item>({ label, items, columns, keyOf, to }: RowsProps<Item>) {
  const [first, ...rest] = columns;
  const at = (place: Column<Item>['onPhone']) => rest.filter(({ onPhone = 'labelled' }) => onPhone === place);
  return (
    <ul aria-label={label} className={css.cards}>
      {items.map((item) => (
        <li key={keyOf(item)} className={to && css.linked}>
          <div className={css.cardHead}>
            <Name to={to?.(item)}>{first!.cell(item)}</Name>
            <span className={css.figures}>
              {at('end').map(({ label: name, cell }) => (
                <span key={name}>{cell(item)}</span>
              ))}
            </span>
          </div>
          <div className={css.cardBare}>
            {at('bare').map(({ label: name, cell }) => (
              <span key={name}>{cell(item)}</span>
            ))}
          </div>
          <dl className={css.cardFacts}>
            {at('labelled').map(({ label: name, cell }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{cell(item)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Name({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return children;
  return (
    <Link to={to} className={css.name}>
      {children}
    </Link>
  );
}
