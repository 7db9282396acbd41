import { Alert, SegmentedControl, Text } from '@mantine/core';
import { useDocuments } from '../app/documents-context.tsx';
import { useStore } from '../app/store.ts';
import { planSentence } from './plan-words.ts';

/** Now or later, with what is planned for the document already. */
export function WhenChoice({
  verb,
  document,
  when,
  onChange,
}: {
  verb: 'publish' | 'unpublish';
  /** An id. */
  document: string;
  when: 'now' | 'later';
  onChange: (when: 'now' | 'later') => void;
}) {
  const documents = useDocuments();
  const planned = useStore(documents.state, () => documents.find(document)?.planned);
  return (
    <>
      <SegmentedControl
        aria-label={verb === 'publish' ? 'When it goes live' : 'When it goes offline'}
        data={[
          { value: 'now', label: 'Now' },
          { value: 'later', label: 'Later' },
        ]}
        value={when}
        onChange={(value) => onChange(value === 'later' ? 'later' : 'now')}
      />
      {planned && (
        <Alert color="blue" variant="light" title="It is planned already">
          {planned.map((each) => (
            <Text key={each.id} size="sm">
              {planSentence(each)}
            </Text>
          ))}
          {when === 'now' && (
            <Text size="sm" mt={4}>
              {verb === 'publish'
                ? 'What you publish now is newer: it stays when that time comes.'
                : 'Taken offline now, it stays offline when that time comes, unless it is planned anew.'}
            </Text>
          )}
        </Alert>
      )}
    </>
  );
}
