import { ask, BackendError } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import type { ReviewFacts, ReviewNow } from './review-facts.ts';
import { newsOf, toldTo } from './review-words.ts';

export interface PageReviewState {
  /** Absent until it has come. */
  readonly now: ReviewNow | undefined;
  /** Why it could not be fetched, in a sentence. */
  readonly problem: string | undefined;
}

/** What of a review was looked at: who answers says so. */
export type SeenReview = Pick<ReviewFacts, 'id' | 'askedAt'> & { readonly seen: string };

/** Milliseconds without a change of the page until it is asked what is different. */
const PAUSE = 1_500;
const NOTICE = JSON.stringify({ kind: 'review' });

/** Whether somebody asks for a review of the page that is open, kept as new as the connection lets it. */
export class PageReview {
  readonly state = new Store<PageReviewState>({ now: undefined, problem: undefined });
  readonly #editor: Editor;
  #loading: Promise<void> | undefined;
  #isAgain = false;
  /** What is on its way when somebody changes something may be older than that. */
  #changes = 0;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#follow();
  }

  /** Fetches it; whoever asks while it is on its way gets the next answer. Never rejects. */
  load(): Promise<void> {
    if (this.#loading !== undefined) this.#isAgain = true;
    this.#loading ??= this.#loadUntilCurrent();
    return this.#loading;
  }

  // What follows is refused by the server with a sentence: BackendError.

  async ask(wish: { readonly note: string; readonly whom?: string }): Promise<void> {
    await this.#send('', wish);
  }

  async withdraw({ id, askedAt }: Pick<ReviewFacts, 'id' | 'askedAt'>): Promise<void> {
    await this.#send('/withdraw', { id, askedAt });
  }

  async decide(
    seen: SeenReview,
    answer: { readonly decision: 'approve' | 'return'; readonly note: string },
  ): Promise<void> {
    await this.#send('/decide', { ...seen, ...answer });
  }

  async dismiss(id: string): Promise<void> {
    await this.#send('/dismiss', { id });
  }

  get #path(): string {
    return `documents/${encodeURIComponent(this.#editor.open.id)}/review`;
  }

  async #send(what: string, body: unknown): Promise<void> {
    try {
      this.#put(await ask<ReviewNow>(`${this.#path}${what}`, { body }));
      void this.#editor.documents.load();
    } catch (error) {
      // Somebody did something else meanwhile: that is shown beside the sentence.
      const { now } = ((error instanceof BackendError && error.answer) || {}) as { now?: ReviewNow };
      if (now) this.#put(now);
      else if (error instanceof BackendError && error.status === 409) await this.load();
      throw error;
    }
  }

  async #loadUntilCurrent(): Promise<void> {
    do {
      this.#isAgain = false;
      const changes = this.#changes;
      try {
        const now = await ask<ReviewNow>(this.#path);
        if (changes !== this.#changes) continue;
        const news = newsOf(this.state.get().now, now, this.#editor.session);
        if (news !== undefined) this.#editor.say(news);
        this.#set(now);
      } catch (error) {
        this.state.set({ problem: error instanceof Error ? error.message : String(error) });
      }
    } while (this.#isAgain);
    this.#loading = undefined;
  }

  #put(now: ReviewNow): void {
    this.#changes++;
    if (this.#loading !== undefined) this.#isAgain = true;
    this.#set(now);
  }

  #set(now: ReviewNow): void {
    this.state.set({ now, problem: undefined });
    this.#editor.view.set({ review: toldTo(now.review, this.#editor.session) });
  }

  #follow(): void {
    const { open, over, page } = this.#editor;
    const { signal } = over;
    const load = () => void this.load();
    const hear = (notice: string) => {
      if (notice !== NOTICE) return;
      load();
      // Lists mark what is in review.
      void this.#editor.documents.load();
    };
    let wasConnected = open.state.get().isConnected;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      // Nobody tells those who are away.
      open.state.subscribe(() => {
        const { isConnected } = open.state.get();
        if (isConnected && !wasConnected) load();
        wasConnected = isConnected;
      }),
      page.onChange(() => {
        if (!this.state.get().now?.review) return;
        clearTimeout(timer);
        timer = setTimeout(load, PAUSE);
      }),
    ];
    const stopHearing = open.onNotice(hear);
    window.addEventListener('focus', load, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      stopHearing();
    });
    load();
  }
}
