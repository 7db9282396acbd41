import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';

const terms = [
  { value: '24', label: '1 day' },
  { value: '168', label: '1 week' },
  { value: '720', label: '1 month' },
];

/** A week, in hours. */
export const usualTerm = '168';

/** For how many hours a link works. */
export function LinkTerm({ hours, onChange }: { hours: string; onChange: (hours: string) => void }) {
  const id = useId();
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500} id={id}>
        It works for
      </Text>
      <SegmentedControl aria-labelledby={id} data={terms} value={hours} onChange={onChange} />
    </Stack>
  );
}
