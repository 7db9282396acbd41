import { ask, BackendError } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import type { AnchorFacts, PersonFacts, ThreadFacts, ThreadPage, WrittenWords } from './comment-facts.ts';
import { recallNew } from './kept-words.ts';
import { asBefore, together, without } from './thread-lists.ts';
import { firstState, keepPins, type ThreadFilter, type ThreadsState } from './threads-state.ts';

/** What people say about the document that is open, kept as new as the connection lets it. */
export class Threads {
  readonly state: Store<ThreadsState>;
  readonly #editor: Editor;
  #loading: Promise<void> | undefined;
  #isAgain = false;
  #askingPeople: Promise<void> | undefined;
  /** The last one of the pages of what is resolved that have come. Others may be listed below it: those a link named, or that were resolved here. */
  #oldest: number | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.state = new Store<ThreadsState>(firstState(recallNew(this.#place)?.anchor));
    this.#follow();
  }

  get #place() {
    return { user: this.#editor.session.user.id, document: this.#editor.open.id };
  }

  /** Fetches what is open; whoever asks while it is on its way gets the next answer. Never rejects. */
  load(): Promise<void> {
    if (this.#loading !== undefined) this.#isAgain = true;
    this.#loading ??= this.#loadUntilCurrent();
    return this.#loading;
  }

  /** The first page of what is resolved, or one more. Never rejects. */
  async loadResolved({ more = false } = {}): Promise<void> {
    const before = more ? this.#oldest : undefined;
    try {
      const page = await this.#page(`state=resolved${before === undefined ? '' : `&before=${before}`}`);
      this.#oldest = page.threads.at(-1)?.seq ?? before;
      const { resolved = [] } = this.state.get();
      this.state.set({
        resolved: asBefore(together(more ? resolved : [], page.threads), resolved),
        hasMoreResolved: page.hasMore,
        problem: undefined,
      });
    } catch (error) {
      this.state.set({ problem: sentenceOf(error) });
    }
  }

  /** Resolves when what it is about has come. Never rejects. */
  async show(filter: ThreadFilter): Promise<void> {
    this.state.set({ filter, justResolved: undefined });
    if (filter === 'resolved') await this.loadResolved();
  }

  /** The thread that is read from now on; its module is selected, and the caret goes where it is answered. */
  choose(id: string): void {
    this.state.set({ chosen: id, isArriving: true });
  }

  arrived(): void {
    this.state.set({ isArriving: false });
  }

  /** Somebody wants to say something about this. */
  write(anchor: AnchorFacts | undefined): void {
    const { turn, filter } = this.state.get();
    this.state.set({
      writing: anchor,
      turn: turn + 1,
      ...(anchor && { chosen: undefined, filter: filter === 'resolved' ? 'open' : filter }),
    });
  }

  showPins(showsPins: boolean): void {
    this.state.set({ showsPins });
    keepPins(showsPins);
  }

  /** Opens a thread a link names, wherever it is listed. */
  async open(id: string): Promise<void> {
    await this.load();
    if (!this.state.get().open?.some((each) => each.id === id)) {
      try {
        const thread = await ask<ThreadFacts>(`comments/${encodeURIComponent(id)}`);
        if (thread.document !== this.#editor.open.id) throw new Error('This comment is on another page.');
        await this.show(thread.resolved ? 'resolved' : 'open');
        this.#put(thread);
      } catch (error) {
        this.#editor.tell(sentenceOf(error));
        return;
      }
    } else await this.show('open');
    this.choose(id);
  }

  needPeople(): Promise<void> {
    this.#askingPeople ??= ask<readonly PersonFacts[]>('comments/people').then(
      (people) => this.state.set({ people }),
      () => {
        // Names can be written without being offered; the next one who asks tries again.
        this.#askingPeople = undefined;
      },
    );
    return this.#askingPeople;
  }

  // What follows is refused by the server with a sentence: BackendError. Ids make that sending again doubles nothing.

  async begin(wish: {
    readonly id: string;
    readonly message: string;
    readonly anchor: AnchorFacts;
    readonly words: WrittenWords;
  }): Promise<void> {
    const { id, anchor, message, words } = wish;
    const path = `documents/${encodeURIComponent(this.#editor.open.id)}/comments`;
    const body = { id, anchor, message: { id: message, ...words } };
    this.#put(await ask<ThreadFacts>(path, { body }));
    this.state.set({ writing: undefined, filter: 'open' });
    this.choose(id);
  }

  async answer(thread: string, id: string, words: WrittenWords): Promise<void> {
    this.#put(await this.#send(`${thread}/answers`, { body: { id, ...words } }));
    if (this.state.get().filter === 'resolved') this.state.set({ filter: 'open' });
  }

  async edit(
    thread: string,
    message: string,
    edit: WrittenWords & { readonly revision: number },
  ): Promise<void> {
    this.#put(await this.#send(`${thread}/messages/${message}`, { method: 'PATCH', body: edit }));
  }

  async remove(thread: string, message: string): Promise<void> {
    try {
      const left = await this.#send(`${thread}/messages/${message}`, { method: 'DELETE' });
      if (left.isDeleted) this.#drop(thread);
      else this.#put(left);
    } catch (error) {
      if (!(error instanceof BackendError) || error.status !== 404) throw error;
      // Somebody was quicker, or it is the second try.
      await this.load();
    }
  }

  async resolve(thread: ThreadFacts): Promise<void> {
    const seen = thread.messages.at(-1)?.id;
    const resolved = await this.#send(`${thread.id}/resolve`, { body: { seen } });
    this.#put(resolved);
    this.state.set({ justResolved: resolved, chosen: undefined });
  }

  async reopen(id: string): Promise<void> {
    this.#put(await this.#send(`${id}/reopen`, { body: {} }));
    this.state.set({ justResolved: undefined });
  }

  async assign(id: string, person: string | null): Promise<void> {
    this.#put(await this.#send(`${id}/assign`, { body: { person } }));
  }

  async #send(
    path: string,
    options: { readonly method?: string; readonly body?: unknown },
  ): Promise<ThreadFacts & { readonly isDeleted?: boolean }> {
    try {
      return await ask(`comments/${path}`, options);
    } catch (error) {
      // Somebody did something else meanwhile: that is shown beside the sentence.
      const { thread } = ((error instanceof BackendError && error.answer) || {}) as { thread?: ThreadFacts };
      if (thread) this.#put(thread);
      throw error;
    }
  }

  #page(query: string): Promise<ThreadPage> {
    return ask(`documents/${encodeURIComponent(this.#editor.open.id)}/comments?${query}`);
  }

  async #loadUntilCurrent(): Promise<void> {
    do {
      this.#isAgain = false;
      await this.#loadOpen();
    } while (this.#isAgain);
    this.#loading = undefined;
  }

  async #loadOpen(): Promise<void> {
    try {
      let page = await this.#page('state=open');
      const { counts } = page;
      const found = [...page.threads];
      while (page.hasMore) {
        page = await this.#page(`state=open&before=${found.at(-1)!.seq}`);
        found.push(...page.threads);
      }
      this.#tellNew(found);
      const { open, resolved } = this.state.get();
      this.#set({
        open: asBefore(found, open),
        resolved: resolved && without(resolved, found),
        counts,
        problem: undefined,
      });
    } catch (error) {
      this.state.set({ problem: sentenceOf(error) });
    }
  }

  /** Says what others said meanwhile. */
  #tellNew(found: readonly ThreadFacts[]): void {
    const before = this.state.get().open;
    if (!before) return;
    const known = new Set(before.flatMap(({ messages }) => messages.map(({ id }) => id)));
    const news = found
      .flatMap(({ messages }) => messages)
      .find(({ id, author }) => !known.has(id) && author.id !== this.#editor.session.user.id);
    if (news) this.#editor.say(`New comment by ${news.author.name}.`);
  }

  #put(thread: ThreadFacts): void {
    // What is on its way may be older than this.
    if (this.#loading !== undefined) this.#isAgain = true;
    const { open = [], resolved, counts } = this.state.get();
    const wasOpen = open.some(({ id }) => id === thread.id);
    const isOpen = thread.resolved === undefined;
    const by = Number(isOpen) - Number(wasOpen);
    this.#set({
      open: isOpen ? together(open, [thread]) : without(open, [thread]),
      resolved: resolved && (isOpen ? without(resolved, [thread]) : together(resolved, [thread])),
      counts: { ...counts, open: counts.open + by },
    });
  }

  #drop(id: string): void {
    const { open = [], resolved, counts } = this.state.get();
    const isOpen = open.some((each) => each.id === id);
    this.#set({
      open: without(open, [{ id }]),
      resolved: resolved && without(resolved, [{ id }]),
      counts: { ...counts, open: counts.open - Number(isOpen) },
    });
  }

  #set(change: Partial<ThreadsState>): void {
    this.state.set(change);
    this.#editor.view.set({ openComments: this.state.get().counts.open });
  }

  #follow(): void {
    const { open, over } = this.#editor;
    const { signal } = over;
    const load = () => void this.load();
    const hear = (notice: string) => {
      if (notice === NOTICE) load();
    };
    let wasConnected = open.state.get().isConnected;
    // Nobody tells those who are away.
    const stop = open.state.subscribe(() => {
      const { isConnected } = open.state.get();
      if (isConnected && !wasConnected) load();
      wasConnected = isConnected;
    });
    const stopHearing = open.onNotice(hear);
    window.addEventListener('focus', load, { signal });
    signal.addEventListener('abort', () => {
      stop();
      stopHearing();
    });
    load();
  }
}

const NOTICE = JSON.stringify({ kind: 'comments' });

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
