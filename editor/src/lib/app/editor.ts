import { newUse, type OpenPart, type PageNode, type Place, type Reader } from '@vitrine/content';
import type { ImageValue } from '@vitrine/modules';
import type { CanvasDoor } from '../canvas/canvas-door.ts';
import { FreshPictures } from '../canvas-view/fresh-pictures.ts';
import { PageChecks } from '../checks/page-checks.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { type Fit, fitsInto, type SlotRulesPage } from '../document/slot-rules.ts';
import type { MediaPick } from '../fields/field-tools.tsx';
import { SavedPresets } from '../palette/saved-presets.ts';
import { isPhone } from '../phone/phone.ts';
import { Peers } from '../presence/peers.ts';
import type { MountedRichText } from '../text/index.ts';
import type { Catalogue, DocumentFacts, ModuleDescription, Session } from './backend.ts';
import { baseLocaleOf, type CanvasMarket, canvasAddress, firstMarket } from './canvas-address.ts';
import type { Documents } from './documents.ts';
import { Fragments } from './fragments.ts';
import { recallSample, type Sample } from './sample.ts';
import { audienceShown } from './shown-as.ts';
import { Store } from './store.ts';

export type Width = 'phone' | 'tablet' | 'desktop' | 'full';
/** CSS pixels of the canvas's window; `full` is as wide as there is room. */
export const widths: Readonly<Record<Exclude<Width, 'full'>, number>> = {
  phone: 390,
  tablet: 768,
  desktop: 1280,
};

export type LeftPanel = 'add' | 'outline' | 'pages' | 'history' | 'styles' | 'checks' | 'comments';
export type Dialog =
  | 'commands'
  | 'shortcuts'
  | 'publish'
  | 'media'
  | 'welcome'
  | 'preview-link'
  | 'make-fragment'
  | 'save-preset'
  | 'versions'
  | 'translations'
  | 'test-version'
  | 'review';

/** What one person looks at; nobody else sees it, and undo brings parts of it back. */
export interface EditorView extends CanvasMarket {
  readonly selection: readonly string[];
  readonly hovered: string | undefined;
  readonly width: Width;
  /** 1 = as shoppers see it; `fit` makes the width fit into the window. */
  readonly zoom: number | 'fit';
  readonly left: LeftPanel | undefined;
  readonly right: 'settings' | 'data';
  /** On a phone: settings stand in place of the page. */
  readonly showsSettings: boolean;
  readonly dialog: Dialog | undefined;
  /** Stands behind the one that is open, and is there again when that closes. */
  readonly dialogAfter: Dialog | undefined;
  /** The version the dialog `versions` compares with. */
  readonly version: number | undefined;
  /** A name is asked for under which the present state is kept. */
  readonly isKeeping: boolean;
  /** The text that is edited in place. */
  readonly text: { readonly id: string; readonly path: string } | undefined;
  readonly canvas: 'loading' | 'ready' | 'failed';
  /** The instance whose name is being changed in the outline. */
  readonly renaming: string | undefined;
  /** It is being chosen for whom and when the page is shown. */
  readonly isChoosingPreview: boolean;
  /** What a screen reader should say. */
  readonly said: string;
  /** The same, where everybody must see it for a moment. */
  readonly notice: string | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Client id of the person whose view is followed. */
  readonly following: number | undefined;
  /** The media library is open to choose from. */
  readonly mediaPick: MediaRequest | undefined;
  /** Threads about the document that are not resolved. */
  readonly openComments: number;
  /** Versions everybody gets whose test has ended. */
  readonly winners: readonly string[];
  /** Of a review that this person is told of. */
  readonly review: 'asked' | 'approved' | 'returned' | undefined;
}

/** A field waits for a picture from the media library. */
export interface MediaRequest {
  readonly options: MediaPick;
  readonly choose: (image: ImageValue | undefined) => void;
}

export interface EditorOptions {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly open: OpenDocument;
  readonly documents: Documents;
  /** What was looked at on the page before; the first settings are those of the shop. */
  readonly lastView?: Partial<EditorView>;
}

/** Of what somebody looks at, this stays when he goes on to another page. */
export function lastingView(view: EditorView): Partial<EditorView> {
  const { left, channel, locale, currency, group, audiences, at, width, zoom, winners } = view;
  return { left, channel, locale, currency, group, audiences, at, width, zoom, winners };
}

/** One document being edited by one person: what is selected, what the canvas shows, what may be done. */
export class Editor {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly open: OpenDocument;
  readonly documents: Documents;
  readonly view: Store<EditorView>;
  readonly checks = new PageChecks(this);
  readonly presets = new SavedPresets();
  readonly peers = new Peers();
  readonly fragments = new Fragments();
  readonly pictures = new FreshPictures();
  /** Aborted when the editor closes. */
  readonly over = new AbortController();
  /** Translations whose original has changed since, as far as somebody looks: paths of settings by instance. */
  readonly outdated = new Store<{ readonly paths: ReadonlyMap<string, ReadonlySet<string>> }>({
    paths: new Map(),
  });
  /** The canvas, once it has loaded. */
  canvas: CanvasDoor | undefined;
  frame: HTMLIFrameElement | undefined;
  /** The formatted text that is written in on the canvas, once what it is written with has loaded. */
  readonly written = new Store<{ readonly text: MountedRichText | undefined }>({ text: undefined });
  readonly #modules: ReadonlyMap<string, ModuleDescription>;
  readonly #end: (() => void)[];

  constructor({ session, catalogue, open, documents, lastView }: EditorOptions) {
    this.session = session;
    this.catalogue = catalogue;
    this.open = open;
    this.documents = documents;
    this.#modules = new Map(catalogue.modules.map((module) => [module.id, module]));
    this.view = new Store<EditorView>({
      selection: [],
      hovered: undefined,
      ...firstMarket(catalogue),
      // A phone shows the page as phones do, and panels when they are wanted.
      width: isPhone() ? 'full' : 'desktop',
      zoom: 'fit',
      left: isPhone() ? undefined : 'add',
      right: 'settings',
      showsSettings: false,
      dialog: undefined,
      dialogAfter: undefined,
      version: undefined,
      isKeeping: false,
      text: undefined,
      canvas: 'loading',
      renaming: undefined,
      sample: recallSample(open.id),
      isChoosingPreview: false,
      said: '',
      notice: undefined,
      canUndo: false,
      canRedo: false,
      mediaPick: undefined,
      following: undefined,
      openComments: 0,
      review: undefined,
      winners: catalogue.winners ?? [],
      ...lastView,
    });
    const { undo, page } = open;
    const follow = () => this.view.set({ canUndo: undo.canUndo, canRedo: undo.canRedo });
    this.#end = [
      undo.onChange(follow),
      page.onStructure(() => this.#dropMissing()),
      // What came has others in it; the rest of the page is known.
      page.onChange(({ nodes, structure }) => structure && this.#needFragments([...nodes])),
    ];
    this.#needFragments(page.children(undefined));
  }

  get page() {
    return this.open.page;
  }

  get selection(): readonly string[] {
    return this.view.get().selection;
  }

  readonly describe = (type: string): ModuleDescription | undefined => this.#modules.get(type);

  /** As people call an instance: its own name, else that of its module. */
  nameOf(id: string): string {
    const node = this.page.node(id);
    if (!node) return 'Removed module';
    if (node.name) return node.name;
    if (node.type === 'fragment') {
      const fragment = String(this.page.props(id).fragment ?? '');
      return this.documents.find(fragment)?.name ?? `Fragment ${fragment}`.trim();
    }
    if (node.type === 'outlet') return this.page.meta().kind === 'fragment' ? 'Open part' : 'The page';
    return this.describe(node.type)?.title ?? node.type;
  }

  /** The fragment an instance shows; `undefined` = it is a module, or names none. */
  fragmentOf(id: string): string | undefined {
    if (this.page.node(id)?.type !== 'fragment') return undefined;
    const { fragment } = this.page.props(id);
    return typeof fragment === 'string' && fragment !== '' ? fragment : undefined;
  }

  /** Slots of an instance by their names, with what people call them: those of its module, or the open parts of its fragment. */
  slotsOf(id: string): Readonly<Record<string, { readonly label: string }>> {
    const node = this.page.node(id);
    if (node?.type === 'outlet' && this.page.meta().kind === 'fragment')
      return { content: { label: 'Begins with' } };
    if (node?.type !== 'fragment') return (node && this.describe(node.type)?.slots) ?? {};
    const parts = this.#partsOf(id) ?? [];
    const open = parts.map((part) => [part.id, { label: part.name ?? 'Open part' }] as const);
    // What fills a part that is not open any more is kept, so it is shown too.
    const closed = this.page
      .slotNames(id)
      .filter((slot) => !parts.some((part) => part.id === slot))
      .map((slot) => [slot, { label: 'Not open any more' }] as const);
    return Object.fromEntries([...open, ...closed]);
  }

  can(capability: string): boolean {
    return this.session.capabilities.includes(capability);
  }

  get canWrite(): boolean {
    const { isReadOnly, refused, closed, isLoaded } = this.open.state.get();
    const isOver = refused !== undefined || (closed !== undefined && !isLoaded);
    return this.can('content.write') && !isReadOnly && !isOver;
  }

  select(ids: readonly string[]): void {
    const { selection } = this.view.get();
    if (ids.length === selection.length && ids.every((id, index) => id === selection[index])) return;
    this.view.set({ selection: ids, text: undefined });
  }

  /** Opens the media library; resolves with what was chosen. */
  pickMedia(options: MediaPick): Promise<ImageValue | undefined> {
    return new Promise((resolve) => {
      this.view.set({
        dialog: 'media',
        mediaPick: {
          options,
          choose: (image) => {
            this.view.set({ dialog: undefined, mediaPick: undefined });
            resolve(image);
          },
        },
      });
    });
  }

  /** For who hears the screen; the same sentence twice is said twice. */
  say(sentence: string): void {
    const isAgain = this.view.get().said === sentence;
    this.view.set({ said: isAgain ? `${sentence}\u00a0` : sentence });
  }

  /** Says something that must not be missed: why nothing happened, or what cannot be seen. */
  tell(notice: string): void {
    this.say(notice);
    this.view.set({ notice });
  }

  /** Whether types may stand in a slot; why not, in words. */
  fits(
    types: readonly string[],
    place: {
      readonly parent: string | undefined;
      readonly slot: string | undefined;
      readonly moving?: readonly string[];
    },
  ): Fit {
    const { page } = this;
    const { parent, moving = [] } = place;
    if (parent !== undefined && [parent, ...page.ancestors(parent)].some((id) => moving.includes(id)))
      return { kind: 'refused', reason: 'Something cannot be put into itself.' };
    const rules: SlotRulesPage = {
      kind: page.meta().kind,
      node: (id) => page.node(id),
      children: (id, slot) => page.children(id, slot),
      parts: (id) => this.#partsOf(id),
    };
    return fitsInto(types, place, rules, this.describe);
  }

  /** One gesture, one undo step; the selection before it comes back with undo. */
  gesture<T>(change: () => T): T {
    return this.open.undo.step(change, { selection: this.selection });
  }

  insert(nodes: readonly PageNode[], place: Place): readonly string[] {
    const ids = this.gesture(() =>
      this.page.insert(
        nodes.map((node) => this.#begun(node)),
        place,
      ),
    );
    this.select(ids);
    this.say(`${ids.map((id) => this.nameOf(id)).join(', ')} added.`);
    return ids;
  }

  /** Where the canvas of this document is found; `undefined` = nobody knows yet: neither the document nor the list has come. */
  earlyCanvasAddress(): string | undefined {
    const { isLoaded, closed } = this.open.state.get();
    if (isLoaded) return this.canvasAddress();
    const facts = closed === undefined ? this.documents.find(this.open.id) : undefined;
    return facts && !facts.trashedAt ? this.#addressOf(facts) : undefined;
  }

  /** Where the canvas of this document is found. */
  canvasAddress(): string {
    return this.#addressOf(this.page.meta());
  }

  #addressOf({ composes, paths }: Pick<DocumentFacts, 'composes' | 'paths'>): string {
    const view = this.view.get();
    const { winners } = view;
    return canvasAddress({ id: this.open.id, composes, paths }, view, { ...this.catalogue, winners });
  }

  /** What this template is shown with instead of the usual. */
  get sample(): Sample | undefined {
    const { sample } = this.view.get();
    return sample?.kind === this.page.meta().composes ? sample : undefined;
  }

  /** For whom the page is shown. */
  get reader(): Reader {
    const { locale, group, audiences, winners } = this.view.get();
    return { locale, customerGroup: group, audience: audienceShown(audiences, winners) };
  }

  /** The document's own address in a locale. */
  pathIn(locale: string): string | undefined {
    return this.page.meta().paths[`${this.view.get().channel}/${locale}`];
  }

  get baseLocale(): string {
    return baseLocaleOf(this.catalogue.channels, this.view.get().channel);
  }

  get checkedLocales(): readonly string[] {
    return this.catalogue.channels[0]?.locales ?? ['en'];
  }

  get locales(): readonly string[] {
    const { channel } = this.view.get();
    return this.catalogue.channels.find(({ id }) => id === channel)?.locales ?? [];
  }

  close(): void {
    this.over.abort();
    for (const end of this.#end) end();
  }

  #partsOf(id: string): readonly OpenPart[] | undefined {
    const fragment = this.fragmentOf(id);
    return fragment === undefined ? undefined : this.fragments.parts(fragment);
  }

  /** A fragment that is put onto the page begins with what it says its open parts begin with. */
  #begun(node: PageNode): PageNode {
    const { fragment } = node.props;
    if (node.type !== 'fragment' || node.slots || typeof fragment !== 'string') return node;
    const known = this.fragments.find(fragment);
    if (!known) return node;
    const { slots } = newUse(known, { id: node.id, makeId: () => 'part' });
    return slots ? { ...node, slots } : node;
  }

  /** Fetches the fragments these instances show, and those that what stands in them shows. */
  #needFragments(ids: readonly string[]): void {
    const used: string[] = [];
    const visit = (id: string): void => {
      const fragment = this.fragmentOf(id);
      if (fragment !== undefined) used.push(fragment);
      for (const slot of this.page.slotNames(id)) this.page.children(id, slot).forEach(visit);
    };
    ids.forEach(visit);
    void this.fragments.need(used);
  }

  // Somebody else, or undo, may take away what is selected.
  #dropMissing(): void {
    const { selection, hovered } = this.view.get();
    const left = selection.filter((id) => this.page.has(id));
    if (left.length !== selection.length) this.select(left);
    if (hovered !== undefined && !this.page.has(hovered)) this.view.set({ hovered: undefined });
  }
}
