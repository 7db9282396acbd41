import { NativeSelect } from '@mantine/core';
import type { CreateOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo, useSearch } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { toldCreated } from '../asking/told-created.ts';
import { useCommand } from '../asking/use-command.ts';
import { PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { withoutEmpty } from '../words/local-name.ts';
import { type CategoryDraft, CategoryFields, emptyCategory, sentOf } from './category-fields.tsx';
import { asChoices, useCategories } from './use-categories.ts';

/** A category that is begun; `?in=` says in which other one. */
export function NewCategoryPage() {
  const begun = new URLSearchParams(useSearch()).get('in') ?? '';
  const categories = useCategories().data?.categories ?? [];
  const [draft, setDraft] = useState<CategoryDraft>(emptyCategory);
  const [chosen, setChosen] = useState<string>();
  const parentId = chosen ?? (categories.some(({ id }) => id === begun) ? begun : '');
  const { image, ...texts } = sentOf(draft);
  const input = {
    ...texts,
    name: withoutEmpty(draft.name),
    ...(image && { image }),
    parentId: parentId === '' ? null : parentId,
  };
  const command = useCommand<typeof input, CreateOutcome>({
    send: (body, options) => api.post('/categories', body, options),
    tells: (answer) => toldCreated(answer, 'The category is made. It stands at the end of its menu.'),
    onDone: (answer) => answer.kind === 'created' && goTo(`/categories/${answer.id}`),
  });
  return (
    <>
      <PageHead title="New category" back={{ to: '/categories', label: 'Categories' }} />
      <CommandForm
        {...{ command, input }}
        send="Make the category"
        isIncomplete={Object.keys(input.name).length === 0}
        isUnsaved={JSON.stringify(draft) !== JSON.stringify(emptyCategory)}
        onCancel={() => goTo('/categories')}
      >
        {(problemAt) => (
          <Section title="What it is">
            <NativeSelect
              label="In"
              description="Where it stands in the menu. It can be moved later."
              data={[{ value: '', label: 'None: it stands at the top' }, ...asChoices(categories)]}
              value={parentId}
              onChange={(event) => setChosen(event.currentTarget.value)}
              error={problemAt('parentId')}
              mb="md"
              maw={420}
            />
            <CategoryFields draft={draft} onChange={setDraft} problemAt={problemAt} />
          </Section>
        )}
      </CommandForm>
    </>
  );
}
