import type { ChosenTokens, Tokens } from '@vitrine/themes';
import { ask, BackendError } from '../app/backend.ts';
import { Store } from '../app/store.ts';
import { type PlanWish, planStyles } from '../releases/change-releases.ts';
import type { ReleaseFacts } from '../releases/release-facts.ts';
import type { ThemeFacts } from './theme-facts.ts';

export type Scheme = 'light' | 'dark';

export interface ThemeEditingState {
  readonly facts: ThemeFacts | undefined;
  /** What is shown: the draft with what was changed here since. */
  readonly chosen: ChosenTokens;
  readonly saving: 'saved' | 'waiting' | 'saving' | 'failed';
  /** A sentence. */
  readonly problem: string | undefined;
}

const NONE: ChosenTokens = { light: {}, dark: {} };
const REST = 600;

/** How the shop looks, while somebody changes it: shown at once, kept a moment later as everybody's draft. */
export class ThemeEditing {
  readonly state = new Store<ThemeEditingState>({
    facts: undefined,
    chosen: NONE,
    saving: 'saved',
    problem: undefined,
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  async load(): Promise<void> {
    try {
      this.#take(await ask<ThemeFacts>('theme'));
    } catch (error) {
      this.state.set({ problem: messageOf(error) });
    }
  }

  /** `undefined` = the theme's own. */
  choose(name: string, scheme: Scheme, value: string | undefined): void {
    const { chosen, facts } = this.state.get();
    if (!facts) return;
    const own = facts.own[scheme][name] ?? facts.own.light[name];
    this.#show({ ...chosen, [scheme]: withToken(chosen[scheme], name, value === own ? undefined : value) });
  }

  resetAll(): void {
    this.#show(NONE);
  }

  /** Back to what shoppers see. */
  discard(): void {
    this.#show(this.state.get().facts?.published ?? NONE);
  }

  /** Sends what is waiting. */
  async settle(): Promise<void> {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#sending = this.#sending.then(() => this.#save());
    }
    await this.#sending;
  }

  /** @returns whether it is live now. */
  async publish(): Promise<boolean> {
    await this.settle();
    const { facts, saving } = this.state.get();
    if (!facts || saving === 'failed') return false;
    try {
      this.#take(await ask<ThemeFacts>('theme/publish', { body: { version: facts.version } }));
      return true;
    } catch (error) {
      await this.#fail(error);
      return false;
    }
  }

  /** @returns the release they go live with; `undefined` when they were not planned, which is said. */
  async plan(into: PlanWish['into']): Promise<ReleaseFacts | undefined> {
    await this.settle();
    const { facts, saving } = this.state.get();
    if (!facts || saving === 'failed') return undefined;
    try {
      const release = await planStyles({ into, version: facts.version });
      await this.load();
      return release;
    } catch (error) {
      await this.#fail(error, 'plan');
      return undefined;
    }
  }

  #show(chosen: ChosenTokens): void {
    this.state.set({ chosen, saving: 'waiting', problem: undefined });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), REST);
  }

  async #save(): Promise<void> {
    const { facts, chosen } = this.state.get();
    if (!facts) return;
    this.state.set({ saving: 'saving' });
    try {
      const now = await ask<ThemeFacts>('theme', { body: { version: facts.version, draft: chosen } });
      const isNewer = this.state.get().chosen !== chosen;
      this.state.set({ facts: now, ...(!isNewer && { saving: 'saved' }) });
    } catch (error) {
      await this.#fail(error);
    }
  }

  // What somebody else chose is shown; the sentence says what became of one's own.
  async #fail(error: unknown, what: 'keep' | 'plan' = 'keep'): Promise<void> {
    const problem = messageOf(error);
    if (error instanceof BackendError && error.status === 409)
      await ask<ThemeFacts>('theme')
        .then((facts) => this.#take(facts))
        .catch(() => {});
    else if (what === 'keep') this.state.set({ saving: 'failed' });
    this.state.set({ problem });
  }

  #take(facts: ThemeFacts): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.state.set({ facts, chosen: facts.draft, saving: 'saved', problem: undefined });
  }
}

function withToken(tokens: Tokens, name: string, value: string | undefined): Tokens {
  const { [name]: _, ...others } = tokens;
  return value === undefined ? others : { ...others, [name]: value };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Please try again.';
}
