import { Alert, Text } from '@mantine/core';
import type { DocumentKind } from '@vitrine/content';
import type { DocumentUse } from '../../app/backend.ts';
import type { Uses } from './use-uses.ts';
import { UseList, UsesAwaited } from './where-used.tsx';

/** What would lose a document that is taken away: said before it is tried. */
export function UsesNote({
  kind,
  wanted,
  found: { uses, problem },
  onOpen,
}: {
  kind: DocumentKind;
  /** What is asked: to throw it away, or to take it from shoppers. */
  wanted: 'trash' | 'unpublish';
  found: Uses;
  onOpen: (id: string) => void;
}) {
  if (problem !== undefined)
    return (
      <Alert color="yellow" title="Where it is used could not be found out">
        {problem}
      </Alert>
    );
  if (!uses) return <UsesAwaited />;
  const losing = usesLosing(uses, wanted);
  if (losing.length === 0) return null;
  const isPage = kind === 'page';
  return (
    <Alert color="yellow" title={isPage ? 'These link to it' : 'It is used on'}>
      <UseList uses={losing} onOpen={onOpen} />
      <Text size="sm" mt="xs">
        {isPage
          ? 'Their links will lead nowhere. Change them first, or give its address to another page.'
          : wanted === 'trash'
            ? 'Take it out there first.'
            : 'Publish these without it first.'}
      </Text>
    </Alert>
  );
}

/** Whether the server would refuse. */
export function isHeld(kind: DocumentKind, { uses = [] }: Uses, wanted: 'trash' | 'unpublish'): boolean {
  return kind !== 'page' && usesLosing(uses, wanted).length > 0;
}

function usesLosing(uses: readonly DocumentUse[], wanted: 'trash' | 'unpublish'): readonly DocumentUse[] {
  return wanted === 'trash' ? uses : uses.filter(({ isPublished }) => isPublished);
}
