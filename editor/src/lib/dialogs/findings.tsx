import { Alert } from '@mantine/core';
import { FindingList } from '../checks/finding-list.tsx';

/** What was found of one gravity, each with the way to it; nothing when there is nothing. */
export function Findings({
  title,
  findings,
  colour,
}: {
  title: string;
  findings: Parameters<typeof FindingList>[0]['findings'];
  colour: string;
}) {
  if (findings.length === 0) return null;
  return (
    <Alert color={colour} variant="outline" title={title}>
      <FindingList findings={findings} label={title} />
    </Alert>
  );
}
