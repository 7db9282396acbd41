import { NativeSelect } from '@mantine/core';
import type { MoveCategoryOutcome, StaffCategoryView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { asChoices, othersThan } from './use-categories.ts';
import { toldMove } from './use-move-category.ts';

/** Puts a category into another one, or to the top. */
export function MoveCategory({
  category,
  categories,
  onClose,
}: {
  category: StaffCategoryView;
  categories: readonly StaffCategoryView[];
  onClose: () => void;
}) {
  const { id, name } = category;
  const [parentId, setParentId] = useState(category.parentId ?? '');
  const others = othersThan(category, categories);
  const beside = others.filter((each) => (each.parentId ?? '') === parentId);
  const [after, setAfter] = useState('last');
  const place = after === 'first' ? 0 : beside.findIndex((each) => each.id === after) + 1;
  const input = {
    parentId: parentId === '' ? null : parentId,
    place: after === 'last' ? beside.length : place,
  };
  const command = useCommand<typeof input, MoveCategoryOutcome>({
    send: (body, options) => api.post(`/categories/${id}/moves`, body, options),
    tells: (answer) => toldMove(answer, name),
    onDone: onClose,
  });
  return (
    <CommandDialog title={`Move ${name}`} isOpen {...{ onClose, command, input }} send="Move it">
      {(problemAt) => (
        <>
          <NativeSelect
            label="Into"
            description="What is below it goes with it. Its address stays."
            data={[{ value: '', label: 'None: it stands at the top' }, ...asChoices(others)]}
            value={parentId}
            onChange={(event) => {
              setParentId(event.currentTarget.value);
              setAfter('last');
            }}
            error={problemAt('parentId')}
          />
          <NativeSelect
            label="Place"
            data={[
              { value: 'last', label: 'At the end' },
              { value: 'first', label: 'At the beginning' },
              ...beside.slice(0, -1).map((each) => ({ value: each.id, label: `After ${each.name}` })),
            ]}
            value={after}
            onChange={(event) => setAfter(event.currentTarget.value)}
          />
        </>
      )}
    </CommandDialog>
  );
}
