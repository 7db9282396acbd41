import { later, PlainButton, Spinner } from '@vitrine/ui';
import { useEffect, useRef, useState } from 'react';
import { BackendError } from './backend.ts';
import { type Beginning, begin } from './beginning.ts';
import { DocumentView } from './document-view.tsx';
import { DocumentsContext } from './documents-context.tsx';
import type { EditorView } from './editor.ts';
import css from './editor-app.module.css';
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
      <div className={css.alone}>
        <h1 className={css.title}>
          {problem.isRefused ? 'The editor is not open to you' : 'The editor could not be opened'}
        </h1>
        <p className={css.words}>{problem.says}</p>
        <div className={css.ways}>
          <PlainButton onClick={() => setAsked(begin(documents))}>Try again</PlainButton>
          {problem.isRefused && <a href={signInAddress()}>Sign in as somebody else</a>}
        </div>
      </div>
    );
  if (!shop)
    return (
      <div className={css.alone} role="status" aria-label="The editor is being opened">
        <Spinner />
      </div>
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
