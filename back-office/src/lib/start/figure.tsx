import { Paper, Text } from '@mantine/core';
import type { Count } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { number } from '../words/amount.ts';
import css from './start.module.css';

/** How many of something wait, with the way to them. */
export function Figure({ of: { count, more }, label, to }: { of: Count; label: string; to?: string }) {
  const isDone = count === 0;
  return (
    <Paper
      {...(to !== undefined && { component: 'a', ...leadsTo(to) })}
      withBorder
      radius="md"
      className={css.figure}
      data-done={isDone}
    >
      <Text component="span" className={css.count}>
        {more ? `${number(count)}+` : number(count)}
      </Text>
      <Text component="span" size="sm" c={isDone ? 'dimmed' : undefined}>
        {label}
      </Text>
    </Paper>
  );
}
