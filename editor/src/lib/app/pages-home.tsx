import { Button, Group, TextInput, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconCalendarClock,
  IconPlus,
  IconSearch,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { later } from '@vitrine/ui';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from '../commands/shortcuts.ts';
import { DocumentDialogs } from '../panels/pages/document-dialogs.tsx';
import { DocumentSections } from '../panels/pages/document-sections.tsx';
import { inTrash, TrashList } from '../panels/pages/trash-list.tsx';
import type { Shop } from './backend.ts';
import { useDocumentList, useDocuments } from './documents-context.tsx';
import { HomeBar } from './home-bar.tsx';
import { goTo } from './location.ts';
import css from './pages-home.module.css';
import { RecentPages } from './recent-pages.tsx';

const ReviewLists = later(async () => (await import('../reviews/review-lists.tsx')).ReviewLists, null);
const ForYou = later(async () => (await import('../comments/for-you.tsx')).ForYou, null);

/** Where one begins: what was worked on last, and every document of the shop. */
export function PagesHome({ shop }: { shop: Shop }) {
  const documents = useDocuments();
  const list = useDocumentList();
  const [words, setWords] = useState('');
  const [showsTrash, setShowsTrash] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { capabilities, user } = shop.session;
  const rights = {
    canWrite: capabilities.includes('content.write'),
    canPublish: capabilities.includes('content.publish'),
  };
  const [channel] = shop.catalogue.channels;
  const place = `${channel?.id}/${channel?.locales[0]}`;
  const trashed = inTrash(list ?? []).length;
  const planned = new Set(list?.flatMap((each) => each.planned?.map(({ id }) => id) ?? [])).size;

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (event.key === '/') search.current?.focus();
      else if (event.key.toLowerCase() === 'n' && rights.canWrite) documents.show({ kind: 'new-page' });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [documents, rights.canWrite]);

  return (
    <div className={css.home}>
      <HomeBar user={user.name} />
      <main className={css.main}>
        <Group justify="space-between" mb="lg">
          <Title order={1} size="h2">
            {showsTrash ? 'Trash' : 'Pages'}
          </Title>
          {rights.canWrite && !showsTrash && (
            <Group gap="xs">
              <Button variant="default" onClick={() => documents.show({ kind: 'new-fragment' })}>
                New fragment
              </Button>
              <Button
                leftSection={<IconPlus size={16} />}
                onClick={() => documents.show({ kind: 'new-page' })}
              >
                New page
              </Button>
            </Group>
          )}
        </Group>
        {list && !showsTrash && words === '' && <ReviewLists list={list} session={shop.session} />}
        {list && !showsTrash && words === '' && <ForYou list={list} user={user.id} />}
        {list && !showsTrash && words === '' && <RecentPages list={list} catalogue={shop.catalogue} />}
        <Group mt="lg">
          <TextInput
            ref={search}
            flex="1 1 260px"
            aria-label="Search pages"
            placeholder="Search by name or address"
            leftSection={<IconSearch size={16} />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setWords('')}
          />
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCalendarClock size={16} />}
            onClick={() => documents.show({ kind: 'releases' })}
          >
            {planned > 0 ? `Planned (${planned})` : 'Planned'}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconUsersGroup size={16} />}
            onClick={() => documents.show({ kind: 'audiences' })}
          >
            Audiences and tests
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={showsTrash ? <IconArrowLeft size={16} /> : <IconTrash size={16} />}
            onClick={() => setShowsTrash(!showsTrash)}
          >
            {showsTrash ? 'Back to the pages' : trashed > 0 ? `Trash (${trashed})` : 'Trash'}
          </Button>
        </Group>
        {showsTrash ? (
          <TrashList words={words} canWrite={rights.canWrite} />
        ) : (
          <DocumentSections size="wide" place={place} words={words} rights={rights} onOpen={goTo} />
        )}
      </main>
      <DocumentDialogs shop={shop} />
    </div>
  );
}
