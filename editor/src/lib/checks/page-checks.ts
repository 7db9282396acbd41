import { ask, type PublishPlan, type PublishProblem } from '../app/backend.ts';
import { Store } from '../app/store.ts';
import type { CanvasDoor } from '../canvas/canvas-door.ts';
import type { CheckedEditor } from './checked-editor.ts';
import type { ContentsCheck } from './contents-check.ts';
import { type Finding, type FindingKind, type Severity, sortFindings, worstByNode } from './finding.ts';
import { whenIdle } from './when-idle.ts';

export interface ChecksState {
  /** Links, pictures and words of the page, as it was when nobody had changed it for a moment. */
  readonly contents: readonly Finding[];
  /** What the server says about all that would go live with the page; `undefined` = it has not been asked. */
  readonly plan: readonly PlannedFinding[] | undefined;
  /** Nobody has changed the page since it was asked. */
  readonly isPlanned: boolean;
  readonly accessibility: readonly Finding[];
  /** Of accessibility: some people cannot use the page. */
  readonly isGrave: boolean;
  readonly audit: 'none' | 'running' | 'done' | 'failed';
  readonly worst: ReadonlyMap<string, Severity>;
}

/** A finding of the server. */
export interface PlannedFinding extends Finding {
  /** It is looked for here as well. */
  readonly isSeenHere: boolean;
}

const REST = 900;

/** Looks over the open page while nobody changes it. What costs time is done only while somebody looks at what it finds. */
export class PageChecks {
  readonly state = new Store<ChecksState>({
    contents: [],
    plan: undefined,
    isPlanned: false,
    accessibility: [],
    isGrave: false,
    audit: 'none',
    worst: new Map(),
  });
  readonly #editor: CheckedEditor;
  #contents: ContentsCheck | undefined;
  #lookers = 0;
  #isClosed = true;
  #cancel = () => {};
  #turn = 0;
  #changes = 0;
  #auditing: Promise<unknown> = Promise.resolve();

  constructor(editor: CheckedEditor) {
    this.#editor = editor;
  }

  /** @returns ends it. */
  start(): () => void {
    const { page, open } = this.#editor;
    this.#isClosed = false;
    const ends = [
      page.onChange(() => this.#age()),
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

  /** Takes what the server says against publishing the page as it is now. */
  learn(problems: readonly PublishProblem[]): void {
    const { id } = this.#editor.page.meta();
    const plan = problems.map((problem): PlannedFinding => {
      const kind = kinds[problem.code ?? ''] ?? 'publishing';
      return { ...problem, kind, isSeenHere: problem.document === id && kind !== 'publishing' };
    });
    this.#set({ plan, isPlanned: true });
  }

  #age(): void {
    this.#changes++;
    // Said once: what was found is shown in many places, and somebody is typing.
    if (this.state.get().isPlanned) this.#set({ isPlanned: false });
    this.#soon();
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
    if (!isOld()) await this.#askServer();
    if (!isOld() && this.#lookers > 0) await this.#audit(isOld);
  }

  async #lookOverContents(isOld: () => boolean): Promise<void> {
    this.#contents ??= await import('./contents-check.ts').then(
      (code) => new code.ContentsCheck(),
      // It is tried again with the next change.
      () => undefined,
    );
    if (isOld()) return;
    await this.#contents?.look(this.#editor, (contents) => {
      if (!isOld()) this.#set({ contents });
    });
  }

  // The server looks at more than there is here: what goes live together. That is work, so it is done while somebody wants to know.
  async #askServer(): Promise<void> {
    const { open, page } = this.#editor;
    const { isConnected, unsaved } = open.state.get();
    const { plan, isPlanned } = this.state.get();
    if (!isConnected || unsaved > 0 || isPlanned || (plan && this.#lookers === 0)) return;
    const changes = this.#changes;
    try {
      const path = `documents/${encodeURIComponent(page.meta().id)}/publish-plan`;
      const { problems } = await ask<PublishPlan>(path);
      if (!this.#isClosed && changes === this.#changes) this.learn(problems);
    } catch {
      // Publishing says it, when it is tried.
    }
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
      const [issues, { accessibilityFindings, isGrave }] = await Promise.all([
        audit,
        import('./accessibility-findings.ts'),
      ]);
      if (isOld()) return;
      // Another page comes into the canvas: that is looked at.
      if (!issues) return this.#soon();
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
    this.state.set({ ...change, worst: worstByNode(allFindings(next)) });
  }
}

/** Everything that was found, what matters most first. Whoever tells what stands against publishing tells this. */
export function allFindings({
  contents,
  plan = [],
  isPlanned,
  accessibility,
}: Pick<ChecksState, 'contents' | 'plan' | 'isPlanned' | 'accessibility'>): readonly Finding[] {
  // The server does not know what a module is added with.
  const found = isPlanned
    ? [...plan, ...contents.filter(({ kind }) => kind === 'example')]
    : [...contents, ...plan.filter(({ isSeenHere }) => !isSeenHere)];
  return sortFindings([...found, ...accessibility]);
}

const kinds: Readonly<Record<string, FindingKind>> = {
  'broken-link': 'link',
  'unclear-picture': 'picture',
  'template-text': 'template',
};
