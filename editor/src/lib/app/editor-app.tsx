import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { later } from '@vitrine/ui';
import { useEffect, useRef, useState } from 'react';
import { ask, BackendError, type Catalogue, type Session, type Shop } from './backend.ts';
import { DocumentView } from './document-view.tsx';
import { Documents } from './documents.ts';
import { DocumentsContext } from './documents-context.tsx';
import type { EditorView } from './editor.ts';
import { useLocation } from './location.ts';

const PagesHome = later(async () => (await import('./pages-home.tsx')).PagesHome);

/** The editor: the list of pages, or one of them. */
export function EditorApp() {
  const [shop, setShop] = useState<Shop | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const { document } = useLocation();
  const [documents] = useState(() => new Documents());
  /** What was looked at last, for whoever goes on to another page. */
  const lastView = useRef<Partial<EditorView>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    let isOver = false;
    setProblem(undefined);
    // It says where the page is shown, before the page itself has come.
    void documents.begin();
    Promise.all([ask<Session>('session'), ask<Catalogue>('catalogue')]).then(
      ([session, catalogue]) => {
        if (!isOver) setShop({ session, catalogue });
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
  }, [attempt, documents]);

  if (problem)
    return (
      <Center h="100vh">
        <Stack align="center" maw={420} p="md">
          <Text fw={600}>The editor could not be opened</Text>
          <Text size="sm" ta="center">
            {problem}
          </Text>
          <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>
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
