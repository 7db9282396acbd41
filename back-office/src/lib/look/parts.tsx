import { Tabs } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import css from './look.module.css';

export interface Part {
  /** As it stands in the address. */
  readonly id: string;
  readonly label: string;
  /** How much there is of it. */
  readonly count?: number;
  readonly content: ReactNode;
}

/**
 * Parts of a long page, one at a time. The address says which: a reload, the way back and a colleague get the same one. What was opened
 * stays as it is while another part is looked at, with everything that was typed into it.
 */
export function Parts({ label, parts }: { label: string; parts: readonly Part[] }) {
  const filters = useFilters(['part']);
  const shown = parts.find(({ id }) => id === filters.values.part) ?? parts[0]!;
  const opened = useRef(new Set<string>());
  opened.current.add(shown.id);
  return (
    <Tabs
      value={shown.id}
      onChange={(id) => filters.set({ part: id === parts[0]!.id ? undefined : (id ?? undefined) })}
      keepMounted
    >
      <Tabs.List aria-label={label} className={css.parts}>
        {parts.map(({ id, label: words, count }) => (
          <Tabs.Tab key={id} value={id}>
            {words}
            {count !== undefined && <span className={css.count}> {count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {parts.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id} pt="md">
          {opened.current.has(id) && content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
