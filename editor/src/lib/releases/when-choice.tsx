import { Alert, SegmentedControl, Text } from '@mantine/core';
import type { PlannedChange } from '../app/backend.ts';
import { useDocuments } from '../app/documents-context.tsx';
import { useStore } from '../app/store.ts';
import { PlanFields } from './plan-fields.tsx';
import { editedWords, planSentence } from './plan-words.ts';
import type { Timing } from './use-timing.ts';

/** What is planned for a document, the next first. */
export function usePlanned(document: string): readonly PlannedChange[] | undefined {
  const documents = useDocuments();
  return useStore(documents.state, () => documents.find(document)?.planned);
}

/** Now or later, with what is planned already, and if later, when. */
export function WhenChoice({
  verb,
  planned,
  timing,
  problem,
  onChoose,
}: {
  verb: 'publish' | 'unpublish';
  planned: readonly PlannedChange[] | undefined;
  timing: Timing;
  /** What it was refused for. */
  problem: string | undefined;
  onChoose?: () => void;
}) {
  const { when, written, fallbackName, missing } = timing;
  return (
    <>
      <SegmentedControl
        aria-label={verb === 'publish' ? 'When it goes live' : 'When it goes offline'}
        data={[
          { value: 'now', label: 'Now' },
          { value: 'later', label: 'Later' },
        ]}
        value={when}
        onChange={(value) => {
          timing.choose(value === 'later' ? 'later' : 'now');
          onChoose?.();
        }}
      />
      {planned && (
        <Alert color="blue" variant="light" title="It is planned already">
          {planned.map((each) => (
            <Text key={each.id} size="sm">
              {planSentence(each)} {editedWords(each)}
            </Text>
          ))}
          {verb === 'publish' && when === 'now' && planned.some(({ isEdited }) => isEdited) && (
            <Text size="sm" mt={4}>
              Choose Later to take the newest into the release.
            </Text>
          )}
          {when === 'now' && (
            <Text size="sm" mt={4}>
              {verb === 'publish'
                ? 'What you publish now is newer: it stays when that time comes.'
                : 'Taken offline now, it stays offline when that time comes, unless it is planned anew.'}
            </Text>
          )}
        </Alert>
      )}
      {when === 'later' && (
        <PlanFields
          // What it was refused for may be that somebody cancelled the chosen one.
          key={problem}
          plan={written}
          fallbackName={fallbackName}
          problem={missing}
          onChange={timing.write}
        />
      )}
    </>
  );
}
