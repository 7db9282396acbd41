import type { PageInYdoc } from '@vitrine/content/collab';
import type { ModuleDescription } from '../app/backend.ts';
import { ask } from '../app/backend.ts';
import { Store } from '../app/store.ts';
import type { CanvasDoor } from '../canvas/canvas-door.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { accessibilityFindings, isGrave } from './accessibility-findings.ts';
import { findLinks, linkFindings, pictureFindings } from './find-findings.ts';
import { type Finding, type Severity, sortFindings, worstByNode } from './finding.ts';
import { LinkMemory } from './link-memory.ts';
import { whenIdle } from './when-idle.ts';

export interface ChecksState {
  /** Links and pictures of the page, as it was when nobody had changed it for a moment. */
  readonly contents: readonly Finding[];
  readonly accessibility: readonly Finding[];
  /** Of accessibility: some people cannot use the page. */
  readonly isGrave: boolean;
  readonly audit: 'none' | 'running' | 'done' | 'failed';
  readonly worst: ReadonlyMap<string, Severity>;
}

const REST = 900;

/** What the checks must know of an editor. */
export interface CheckedEditor {
  readonly page: PageInYdoc;
  readonly open: Pick<OpenDocument, 'state'>;
  readonly view: Store<object>;
  readonly canvas: CanvasDoor | undefined;
  readonly locales: readonly string[];
  readonly baseLocale: string;
  readonly describe: (type: string) => ModuleDescription | undefined;
}

/** Looks over the open page while nobody changes it. What costs time is done only while somebody looks at what it finds. */
export class PageChecks {
  readonly state = new Store<ChecksState>({
    contents: [],
    accessibility: [],
    isGrave: false,
    audit: 'none',
    worst: new Map(),
  });
  readonly #editor: CheckedEditor;
  readonly #links = new LinkMemory((links) => ask('link-states', { body: { links } }));
  #lookers = 0;
  #isClosed = true;
  #cancel = () => {};
  #turn = 0;
  #auditing: Promise<unknown> = Promise.resolve();

  constructor(editor: CheckedEditor) {
    this.#editor = editor;
  }

  /** @returns ends it. */
  start(): () => void {
    const { page, open } = this.#editor;
    this.#isClosed = false;
    const ends = [
      page.onChange(() => this.#soon()),
      open.state.subscribe(() => this.#soon()),
      this.#editor.view.subscribe(() => this.#lookAtCanvas()),
    ];
    this.#soon();
    return () => {
      this.#isClosed = true;
      this.#cancel();
      for (const end of ends) end();
    };
  }

  /** From now on, until what it returns is called, accessibility is looked at too. */
  watchAccessibility(): () => void {
    this.#lookers++;
    if (this.#lookers === 1) this.#soon(0);
    return () => {
      this.#lookers--;
    };
  }

  #shown: CanvasDoor | undefined;
  #lookAtCanvas(): void {
    const { canvas } = this.#editor;
    if (canvas === this.#shown) return;
    this.#shown = canvas;
    if (canvas && this.#lookers > 0) this.#soon();
  }

  #soon(rest = REST): void {
    this.#cancel();
    this.#cancel = whenIdle(() => void this.#run(), rest);
  }

  async #run(): Promise<void> {
    const turn = ++this.#turn;
    const isOld = () => this.#isClosed || turn !== this.#turn;
    if (!this.#editor.open.state.get().isLoaded) return;
    await this.#lookOverContents(isOld);
    if (!isOld() && this.#lookers > 0) await this.#audit(isOld);
  }

  async #lookOverContents(isOld: () => boolean): Promise<void> {
    const { page, locales, baseLocale, describe } = this.#editor;
    const { nodes } = page.toDocument();
    const context = { locales, shapes: (type: string) => describe(type)?.shapes };
    const links = findLinks(nodes, context);
    const pictures = pictureFindings(nodes, context);
    const show = () =>
      this.#set({ contents: [...linkFindings(links, this.#links.stateOf, baseLocale), ...pictures] });
    show();
    // Without the server links are not judged; publishing asks it anyway.
    if (await this.#links.learn(links).catch(() => false)) if (!isOld()) show();
  }

  async #audit(isOld: () => boolean): Promise<void> {
    // The engine of an audit does one at a time.
    await this.#auditing;
    const { canvas } = this.#editor;
    if (!canvas || isOld()) return;
    this.#set({ audit: 'running' });
    const audit = canvas.audit();
    this.#auditing = audit.catch(() => {});
    try {
      const issues = await audit;
      if (isOld()) return;
      this.#set({
        audit: 'done',
        accessibility: accessibilityFindings(issues),
        isGrave: issues.some(isGrave),
      });
    } catch (error) {
      if (isOld()) return;
      // Another page has come into the canvas meanwhile: that is looked at.
      if (this.#editor.canvas !== canvas) return this.#soon();
      console.error(error);
      this.#set({ audit: 'failed' });
    }
  }

  #set(change: Partial<ChecksState>): void {
    const next = { ...this.state.get(), ...change };
    this.state.set({ ...change, worst: worstByNode([...next.contents, ...next.accessibility]) });
  }
}

/** Everything that was found, what matters most first. */
export function allFindings({ contents, accessibility }: ChecksState): readonly Finding[] {
  return sortFindings([...contents, ...accessibility]);
}
