import type { PageDocument, ShapesOf } from '@vitrine/content';
import { PageInYdoc, PageUndo, richTextToHtml } from '@vitrine/content/collab';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type MountedPlainText, mountPlainText } from '../mount-plain-text.ts';
import { type MountedRichText, mountRichText } from '../mount-rich-text.ts';
import { cleanPaste } from '../paste/clean-paste.ts';
import type { TextFormat } from '../text-format.ts';

/** What a test page can be asked to do. One page is one person with a document of their own. */
export interface TextPage {
  readonly doc: Y.Doc;
  readonly page: PageInYdoc;
  readonly undo: PageUndo;
  readonly awareness: Awareness;
  /** Everybody begins with the same page. */
  begin(): void;
  rich(path: string, options?: RichOptions): MountedRichText;
  plain(path: string, options?: PlainOptions): MountedPlainText;
  html(path: string): string;
  apply(update: string): void;
  applyAwareness(update: string): void;
  encode(since?: string): string;
  vector(): string;
  cleanPaste: typeof cleanPaste;
  mounted: Record<string, MountedRichText>;
  exits: string[];
  errors: string[];
}

interface RichOptions {
  readonly frame?: boolean;
  readonly formats?: readonly TextFormat[];
  readonly host?: string;
  readonly href?: string;
  readonly placeholder?: string;
}

interface PlainOptions {
  readonly frame?: boolean;
  readonly host?: string;
  readonly multiline?: boolean;
  readonly maxLength?: number;
}

declare global {
  interface Window {
    readonly person: TextPage;
    sendUpdate?: (update: string) => void;
    sendAwareness?: (update: string) => void;
  }
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const doc = new Y.Doc();
const awareness = new Awareness(doc);
const shapes: ShapesOf = () => ({
  body: { kind: 'rich-text' },
  more: { kind: 'rich-text' },
  title: { kind: 'text' },
  label: { kind: 'text' },
});
const start: PageDocument = {
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {},
  nodes: [
    { id: 'n', type: 'text', v: 1, props: { body: '', more: '', title: 'Title', label: 'More' } },
    { id: 'grid', type: 'grid', v: 1, props: {} },
  ],
};
const page = new PageInYdoc(doc, shapes);
const undo = new PageUndo(page);
const mounted: Record<string, MountedRichText> = {};
const exits: string[] = [];
const errors: string[] = [];

doc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== 'others') window.sendUpdate?.(toText(update));
});
awareness.on('update', (_: unknown, origin: unknown) => {
  if (origin !== 'others') window.sendAwareness?.(toText(encodeAwarenessUpdate(awareness, [doc.clientID])));
});
window.addEventListener('error', ({ message }) => errors.push(message));

const pageOf = (frame: boolean | undefined) =>
  frame ? document.querySelector('iframe')!.contentDocument! : document;

export const person: TextPage = {
  doc,
  page,
  undo,
  awareness,
  mounted,
  exits,
  errors,
  cleanPaste,
  begin() {
    if (!page.has('n')) PageInYdoc.fill(doc, start, shapes);
  },
  rich(path, { frame, formats, host = 'body', href, placeholder } = {}) {
    mounted[path] = mountRichText({
      host: pageOf(frame).getElementById(host)!,
      element: page.richText('n', path),
      doc,
      undo,
      awareness,
      label: 'Text',
      placeholder,
      formats: formats && new Set(formats),
      onExit: () => exits.push('escape'),
    });
    if (href !== undefined) mounted[path].offerLinkPicker(async () => ({ href }));
    return mounted[path];
  },
  plain(path, { frame, host = 'title', ...options } = {}) {
    return mountPlainText({
      host: pageOf(frame).getElementById(host)!,
      text: page.text('n', path),
      undo,
      label: 'Title',
      onExit: (reason) => exits.push(reason),
      ...options,
    });
  },
  html: (path) => richTextToHtml(page.richText('n', path)),
  apply: (update) => Y.applyUpdate(doc, toBytes(update), 'others'),
  applyAwareness: (update) => applyAwarenessUpdate(awareness, toBytes(update), 'others'),
  encode: (since) => toText(Y.encodeStateAsUpdate(doc, since ? toBytes(since) : undefined)),
  vector: () => toText(Y.encodeStateVector(doc)),
};
Object.assign(window, { person });
