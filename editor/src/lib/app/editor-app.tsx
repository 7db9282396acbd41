import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core';
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
  const [problem, setProblem] = useState<
    { readonly says: string; readonly isRefused: boolean } | undefined
  >();
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
          window.location.assign(signInAddress());
        } else
          setProblem({
            says: error instanceof Error ? error.message : String(error),
            isRefused: error instanceof BackendError && error.status === 403,
          });
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
          <Text component="h1" fw={600} ta="center">
            {problem.isRefused ? 'The editor is not open to you' : 'The editor could not be opened'}
          </Text>
          <Text size="sm" ta="center">
            {problem.says}
          </Text>
          <Group justify="center">
            <Button onClick={() => setAsked(begin(documents))}>Try again</Button>
            {problem.isRefused && (
              <Button component="a" href={signInAddress()} variant="default">
                Sign in as somebody else
              </Button>
            )}
          </Group>
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

function signInAddress(): string {
  return `/sign-in?to=${encodeURIComponent(window.location.pathname + window.location.search)}`;
}
