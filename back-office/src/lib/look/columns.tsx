import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './look.module.css';

/** What a page is about, and beside it (below it on a phone) what belongs to it. */
export function Columns({ children, beside }: { children: ReactNode; beside: ReactNode }) {
  return (
    <div className={css.columns}>
      <Stack gap="md" miw={0}>
        {children}
      </Stack>
      <Stack gap="md" miw={0}>
        {beside}
      </Stack>
    </div>
  );
}
