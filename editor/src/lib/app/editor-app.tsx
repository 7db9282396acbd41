import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { later } from '@vitrine/ui';
import { useEffect, useRef, useState } from 'react';
import { BackendError } from './backend.ts';
import { type Beginning, begin } from './beginning.ts';
import { DocumentView } from './document-view.tsx';
import { DocumentsContext } from './documents-context.tsx';
import type { EditorView } from './editor.ts';
import { useLocation } from './location.ts';

const PagesHome = later(async () => (await import('./pages-home.tsx')).PagesHome);

/** The editor: the list of pages, or one of them. */
export function EditorApp({ beginning }: { beginning: Beginning }) {
  const { documents } = beginning;
  const [asked, setAsked] = useState(beginning);
  const [shop, setShop] = useState(beginning.come);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { document } = useLocation();
  /** What was looked at last, for whoever goes on to another page. */
  const lastView = useRef<Partial<EditorView>>({});

  useEffect(() => {
    let isOver = false;
    setProblem(undefined);
    asked.shop.then(
      (come) => {
        if (!isOver) setShop(come);
      },
      (error: unknown) => {
        if (isOver) return;
        if (error instanceof BackendError && error.status === 401) {
          const here = window.location.pathname + window.location.search;
          window.location.assign(`/sign-in?to=${encodeURIComponent(here)}`);
        } else setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isOver = true;
    };
  }, [asked]);

  if (problem)
    return (
      <Center h="100vh">
        <Stack align="center" maw={420} p="md">
          <Text fw={600}>The editor could not be opened</Text>
          <Text size="sm" ta="center">
            {problem}
          </Text>
          <Button onClick={() => setAsked(begin(documents))}>Try again</Button>
        </Stack>
      </Center>
    );
  if (!shop)
    return (
      <Center h="100vh" role="status" aria-label="The editor is being opened">
        <Loader size="sm" />
      </Center>
    );
  return (
    <DocumentsContext value={documents}>
      {document === undefined ? (
        <PagesHome shop={shop} />
      ) : (
        <DocumentView key={document} shop={shop} id={document} lastView={lastView} />
      )}
    </DocumentsContext>
  );
}
