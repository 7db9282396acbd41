import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import type { PageDocument } from '@vitrine/content';
import { PageInYdoc } from '@vitrine/content/collab';
import type { Breakpoint } from '@vitrine/modules';
import { StrictMode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import { FieldToolsProvider } from '../../../fields/field-tools.tsx';
import { PropertyPanel } from '../property-panel.tsx';
import { everyKind, note } from './every-kind.ts';
import { type BenchState, fakeCatalogue } from './fake-catalogue.tsx';
import { shapesForBench } from './shapes-for-bench.ts';

export interface BenchView {
  readonly ids: readonly string[];
  readonly locale: string;
  readonly breakpoint: Breakpoint;
  readonly scheme: 'light' | 'dark';
  readonly readOnly?: string;
  readonly opens?: boolean;
  readonly problems?: Readonly<Record<string, string>>;
  readonly outdated?: readonly string[];
}

const state: BenchState = { fails: false, renders: 0 };
const tools = fakeCatalogue(state);
const modules = new Map([everyKind, note].map((module) => [module.id, module]));
const describe = (type: string) => modules.get(type);

/** What a test drives the panel with, from outside of the browser. */
const bench = {
  state,
  page: undefined as PageInYdoc | undefined,
  peer: undefined as PageInYdoc | undefined,
  show: (_: Partial<BenchView>) => {},
  /** A fresh document, and another copy of it in which somebody else works; theirs arrives at once, ours with `sync`. */
  open(document: PageDocument, view: Partial<BenchView> = {}) {
    const doc = new Y.Doc();
    PageInYdoc.fill(doc, document, shapesForBench);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    theirs.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'peer'));
    bench.page = new PageInYdoc(doc, shapesForBench);
    bench.peer = new PageInYdoc(theirs, shapesForBench);
    root.render(
      <StrictMode>
        <Bench key={Math.random()} page={bench.page} first={view} />
      </StrictMode>,
    );
  },
  sync() {
    Y.applyUpdate(bench.peer!.doc, Y.encodeStateAsUpdate(bench.page!.doc));
  },
};

function Bench({ page, first }: { page: PageInYdoc; first: Partial<BenchView> }) {
  const [view, setView] = useState<BenchView>({
    ids: ['a'],
    locale: 'en',
    breakpoint: 'base',
    scheme: 'light',
    ...first,
  });
  const [outdated, setOutdated] = useState(() => new Set(first.outdated));
  bench.show = (change) =>
    flushSync(() => {
      setView((before) => ({ ...before, ...change }));
      if (change.outdated) setOutdated(new Set(change.outdated));
    });
  return (
    <MantineProvider forceColorScheme={view.scheme}>
      <FieldToolsProvider tools={tools}>
        <main style={{ width: 320, borderRight: '1px solid var(--field-line)' }}>
          <h1 style={{ position: 'absolute', opacity: 0 }}>Bench</h1>
          <PropertyPanel
            page={page}
            ids={view.ids}
            describe={describe}
            locale={view.locale}
            baseLocale="en"
            locales={locales}
            breakpoint={view.breakpoint}
            readOnly={view.readOnly}
            opens={view.opens}
            problems={view.problems}
            outdated={outdated}
          />
        </main>
      </FieldToolsProvider>
    </MantineProvider>
  );
}

const locales = ['en', 'de', 'de-AT'];
const root = createRoot(document.getElementById('root')!);

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
