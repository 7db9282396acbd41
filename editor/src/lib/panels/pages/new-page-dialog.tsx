import {
  Alert,
  Button,
  Group,
  Loader,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { later } from '@vitrine/ui';
import { type FormEvent, useState } from 'react';
import type { DocumentFacts, Shop } from '../../app/backend.ts';
import { useDocumentList, useDocuments } from '../../app/documents-context.tsx';
import { languageName } from '../../app/language-name.ts';
import type { ChosenFile } from '../../page-files/read-chosen-file.ts';
import { type PageRow, pageRows } from './page-rows.ts';
import { pathProblem, suggestPath } from './suggest-path.ts';
import { TemplateSelect } from './template-select.tsx';

const PageFileChoice = later(
  async () => (await import('../../page-files/page-file-choice.tsx')).PageFileChoice,
);

export interface NewPageProps {
  readonly shop: Shop;
  /** The page it begins as a copy of. */
  readonly from: string | undefined;
  /** The fragment it is made from. */
  readonly template: string | undefined;
  readonly parent: string | undefined;
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}

/** Everything a new page needs, most of it suggested. */
export function NewPageDialog(props: NewPageProps) {
  const list = useDocumentList();
  if (!list)
    return (
      <Group justify="center" p="lg">
        <Loader size="sm" />
      </Group>
    );
  return <Form {...props} list={list} />;
}

function Form({ shop, list, onMade, onClose, ...given }: NewPageProps & { list: readonly DocumentFacts[] }) {
  const documents = useDocuments();
  const original = list.find(({ id }) => id === given.from);
  const [name, setName] = useState(original ? `${original.name} – copy` : '');
  const [begin, setBegin] = useState<Beginning>(
    original ? 'copy' : given.template === undefined ? 'empty' : 'template',
  );
  const [template, setTemplate] = useState<string | null>(given.template ?? null);
  const [from, setFrom] = useState<string | null>(original?.id ?? null);
  const [parentId, setParent] = useState<string | null>(given.parent ?? original?.parent ?? null);
  const [chosen, setChosen] = useState<ChosenFile>();
  /** Addresses somebody has typed himself; all others follow the name. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isMaking, setIsMaking] = useState(false);

  const rows = pageRows(list, 'page', { folded: new Set(), words: '' });
  const parent = list.find(({ id }) => id === parentId);
  const channel = shop.catalogue.channels[0];
  const addresses = (channel?.locales ?? []).map((locale) => {
    const place = `${channel!.id}/${locale}`;
    const path = typed[place] ?? suggestPath(list, { name, place, parent });
    return { place, locale, path, problem: pathProblem(list, place, path) };
  });
  // A file may have a fragment in it, which has no place among pages.
  const isPage = begin !== 'file' || chosen?.kind !== 'fragment';
  const isReady =
    name.trim() !== '' &&
    (begin !== 'copy' || from !== null) &&
    (begin !== 'template' || template !== null) &&
    (begin !== 'file' || chosen !== undefined) &&
    (!isPage || addresses.every((each) => !each.problem));

  function make(event: FormEvent) {
    event.preventDefault();
    if (!isReady || isMaking) return;
    setIsMaking(true);
    setProblem(undefined);
    const paths = addresses
      .filter(({ path }) => path.trim() !== '')
      .map(({ place, path }) => [place, path.trim()]);
    const place = {
      name: name.trim(),
      paths: Object.fromEntries(paths),
      ...(parent && { parent: parent.id }),
    };
    const made =
      begin === 'file' && chosen
        ? documents.bring(chosen.file, isPage ? place : { name: place.name })
        : documents.create({
            kind: 'page',
            ...place,
            ...(begin === 'copy' && from !== null && { from }),
            ...(begin === 'template' && template !== null && { template }),
          });
    made.then(onMade, (error: Error) => {
      setProblem(error.message);
      setIsMaking(false);
    });
  }

  return (
    <form onSubmit={make}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label="Name"
          description="For you and your colleagues; shoppers see the title."
          placeholder="Spring collection"
          maxLength={200}
          value={name}
          onFocus={(event) => original && event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label="Begin with"
          data={[
            { value: 'empty', label: 'Empty' },
            { value: 'copy', label: 'A copy' },
            { value: 'template', label: 'A template' },
            { value: 'file', label: 'A file' },
          ]}
          value={begin}
          onChange={(value) => setBegin(value as Beginning)}
        />
        {begin === 'template' && (
          <>
            <TemplateSelect value={template} onChange={setTemplate} />
            <Text size="xs" c="dimmed">
              You fill in what the template leaves open. All else is the template’s, also when it changes
              later.
            </Text>
          </>
        )}
        {begin === 'file' && (
          <PageFileChoice
            modules={shop.catalogue.modules}
            onChange={(next) => {
              setChosen(next);
              if (next && name.trim() === '') setName(next.name);
            }}
          />
        )}
        {begin === 'copy' && (
          <Select
            label="Copy of"
            placeholder="Choose a page"
            searchable
            nothingFoundMessage="No page is called like that."
            data={optionsOf(rows)}
            value={from}
            onChange={setFrom}
            comboboxProps={{ shadow: 'md' }}
          />
        )}
        {isPage && (
          <>
            <Select
              label="Parent page"
              placeholder="No other page"
              searchable
              clearable
              nothingFoundMessage="No page is called like that."
              data={optionsOf(rows)}
              value={parentId}
              onChange={setParent}
              comboboxProps={{ shadow: 'md' }}
            />
            {addresses.map(({ place, locale, path, problem: wrong }) => (
              <TextInput
                key={place}
                label={`Address (${languageName(locale)})`}
                placeholder="No address in this language"
                error={wrong}
                value={path}
                onChange={(event) => setTyped({ ...typed, [place]: event.currentTarget.value })}
              />
            ))}
          </>
        )}
        {problem !== undefined && (
          <Alert color="red" role="alert" title="The page was not made">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isMaking} disabled={!isReady}>
            {isPage ? 'Make the page' : 'Make the fragment'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Beginning = 'empty' | 'copy' | 'template' | 'file';

function optionsOf(rows: readonly PageRow[]) {
  // A name stands further in below another one; the widget has no other way to say so.
  return rows.map(({ document, depth }) => ({
    value: document.id,
    label: `${'\u2003'.repeat(depth)}${document.name}`,
  }));
}
