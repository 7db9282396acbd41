import { Button, Group } from '@mantine/core';
import type { SynonymView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useMay } from '../shell/session.ts';
import { languageName } from './language-name.ts';
import { SaveSynonym } from './save-synonym.tsx';
import { TakeOutSynonym } from './take-out-synonym.tsx';

type Doing = { readonly kind: 'add' } | { readonly kind: 'change' | 'take-out'; readonly of: SynonymView };

/** Words that shoppers type, and what else each finds. */
export function SynonymsPage() {
  const may = useMay();
  const [doing, setDoing] = useState<Doing>();
  const filters = useFilters(['q']);
  const words = (filters.values.q ?? '').toLowerCase();
  const pages = useWholeList<SynonymView>('/synonyms', 'synonyms', ({ word, also }) =>
    [word, ...also].some((each) => each.toLowerCase().includes(words)),
  );
  // The same answer, not narrowed down: no word is written over because it is not shown.
  const all = useWholeList<SynonymView>('/synonyms', 'synonyms');
  const close = () => setDoing(undefined);
  const columns: readonly Column<SynonymView>[] = [
    { label: 'Whoever types', cell: ({ word }) => word },
    { label: 'Also finds', cell: ({ also }) => also.join(', '), onPhone: 'bare' },
    { label: 'Language', cell: ({ locale }) => languageName(locale) },
    ...(may('catalog.write')
      ? [
          {
            label: 'Change',
            onPhone: 'end' as const,
            cell: (of: SynonymView) => (
              <Group gap="xs" wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDoing({ kind: 'change', of })}
                  aria-label={`Change ${of.word}`}
                >
                  Change
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDoing({ kind: 'take-out', of })}
                  aria-label={`Take out ${of.word}`}
                >
                  Take out
                </Button>
              </Group>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <ListPage
        title="Search words"
        actions={
          may('catalog.write') && <Button onClick={() => setDoing({ kind: 'add' })}>Add a word</Button>
        }
        search="Word"
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ locale, word }) => `${locale} ${word}`}
        empty={{
          title: 'No search words yet',
          text: 'Shoppers call things by other names than the shop: who types “sofa” should find the settee. A word here finds what it means, too.',
        }}
      />
      {(doing?.kind === 'add' || doing?.kind === 'change') && (
        <SaveSynonym
          synonym={doing.kind === 'change' ? doing.of : undefined}
          kept={all.data ?? []}
          onClose={close}
        />
      )}
      {doing?.kind === 'take-out' && <TakeOutSynonym synonym={doing.of} onClose={close} />}
    </>
  );
}
