import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { TemplateFacts } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';

/** Chooses a fragment that pages can be made from. */
export function TemplateSelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const documents = useDocuments();
  const [list, setList] = useState<readonly TemplateFacts[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    documents.templates(stop.signal).then(setList, (error: Error) => {
      if (!stop.signal.aborted) setProblem(error.message);
    });
    return () => stop.abort();
  }, [documents]);
  // The only one there is, is the one that is meant.
  const only = list?.length === 1 ? list[0] : undefined;
  useEffect(() => {
    if (only && value === null) onChange(only.id);
  }, [only, value, onChange]);
  return (
    <Select
      label="Template"
      placeholder={list ? 'Choose a template' : 'Looking …'}
      error={problem}
      description={
        list?.length === 0
          ? 'There is none yet. A fragment becomes one when it has an open part: edit it and add “Open part”.'
          : undefined
      }
      searchable
      nothingFoundMessage="No template is called like that."
      data={(list ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
