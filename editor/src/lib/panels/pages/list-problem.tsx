import { Alert, Button } from '@mantine/core';
import { useDocuments } from '../../app/documents-context.tsx';

/** The documents could not be fetched. */
export function ListProblem({ problem }: { problem: string }) {
  const documents = useDocuments();
  return (
    <Alert color="red" m="sm" title="The pages could not be fetched" role="alert">
      {problem}
      <Button mt="xs" size="compact-sm" variant="light" color="red" onClick={() => void documents.load()}>
        Try again
      </Button>
    </Alert>
  );
}
