import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './look.module.css';

/** A titled part of a page. */
export function Section({
  title,
  actions,
  children,
  flush = false,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Its content reaches the edges: a table. */
  flush?: boolean;
}) {
  return (
    <Paper component="section" withBorder radius="md" aria-label={title} className={css.section}>
      <Group justify="space-between" px="md" pt="sm" pb={flush ? 'xs' : 0} mih={44}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions}
      </Group>
      <div className={flush ? css.flush : css.padded}>{children}</div>
    </Paper>
  );
}
