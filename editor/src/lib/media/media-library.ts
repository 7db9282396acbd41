import type { MediaFolder } from '@vitrine/content/server';
import { ask, BackendError } from '../app/backend.ts';
import { Store } from '../app/store.ts';
import type { MediaAsset, MediaPage, MediaUses, MediaVersion } from '../media-api/media-wire.ts';
import { type AssetPatch, patched } from './asset-patch.ts';
import { type MediaQuery, queryText, wholeLibrary } from './media-query.ts';
import { nothing, type Selection } from './selection.ts';

export interface LibraryState {
  readonly query: MediaQuery;
  /** Absent until they have come for the first time. */
  readonly assets: readonly MediaAsset[] | undefined;
  readonly total: number;
  readonly next: string | undefined;
  readonly isLoading: boolean;
  /** Why they could not be fetched, in a sentence. */
  readonly problem: string | undefined;
  readonly folders: readonly MediaFolder[];
  readonly selection: Selection;
  /** What is looked at although the list does not show it, such as what a field shows now. */
  readonly apart: MediaAsset | undefined;
  readonly isOffline: boolean;
}

const PAGE = 60;
const MOST = 200;
/** Milliseconds. */
const SOON = 200;

/** The media library as this person's browser knows it, and what can be done with it. */
export class MediaLibrary {
  readonly state: Store<LibraryState>;
  #asking: AbortController | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #changes: Promise<unknown> = Promise.resolve();
  readonly #pending = new Map<string, number>();

  constructor(query: Partial<MediaQuery> = {}) {
    this.state = new Store<LibraryState>({
      query: { ...wholeLibrary, ...query },
      assets: undefined,
      total: 0,
      next: undefined,
      isLoading: false,
      problem: undefined,
      folders: [],
      selection: nothing,
      apart: undefined,
      isOffline: false,
    });
  }

  find(id: string | undefined): MediaAsset | undefined {
    const { assets, apart } = this.state.get();
    return assets?.find((each) => each.id === id) ?? (apart?.id === id ? apart : undefined);
  }

  /** Looks at something else. */
  show(query: Partial<MediaQuery>): void {
    const before = this.state.get().query;
    this.state.set({ query: { ...before, ...query }, selection: nothing, apart: undefined });
    void this.refresh();
  }

  select(selection: Selection): void {
    this.state.set({ selection, apart: undefined });
  }

  /** Shows an asset wherever it lies. */
  showAsset(asset: MediaAsset): void {
    this.state.set({ selection: { ids: [asset.id], anchor: asset.id }, apart: asset });
  }

  /** Fetches what is shown anew. Never rejects. */
  async refresh(): Promise<void> {
    await Promise.all([this.#load(), this.loadFolders()]);
  }

  /** Fetches anew, once for all that happens within a moment. */
  refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.refresh();
    }, SOON);
  }

  /** Fetches the next page. Never rejects. */
  async more(): Promise<void> {
    const { next, isLoading } = this.state.get();
    if (next !== undefined && !isLoading) await this.#load(next);
  }

  async loadFolders(): Promise<void> {
    try {
      const { folders } = await ask<{ folders: readonly MediaFolder[] }>('media/folders');
      this.state.set({ folders });
    } catch (error) {
      this.#hear(error);
    }
  }

  // What follows is refused by the server with a sentence: BackendError.

  async details(id: string, signal?: AbortSignal): Promise<readonly MediaVersion[]> {
    const { asset, versions } = await ask<{ asset: MediaAsset; versions: readonly MediaVersion[] }>(
      `media/${id}`,
      { signal },
    );
    if (!this.#pending.has(id)) this.#put(asset);
    return versions;
  }

  get(id: string, signal?: AbortSignal): Promise<{ asset: MediaAsset }> {
    return ask(`media/${id}`, { signal });
  }

  async usesOf(id: string, signal?: AbortSignal): Promise<MediaUses['uses']> {
    return (await ask<MediaUses>(`media/${id}/usage`, { signal })).uses;
  }

  /** Shown at once; put back when it is refused. */
  async change(id: string, patch: AssetPatch): Promise<void> {
    const before = this.find(id);
    if (before) this.#put(patched(before, patch));
    this.#pending.set(id, (this.#pending.get(id) ?? 0) + 1);
    // One after the other, so that the answer to an early change does not undo a late one.
    const changed = this.#changes.then(() =>
      ask<{ asset: MediaAsset }>(`media/${id}`, { method: 'PATCH', body: patch }),
    );
    this.#changes = changed.catch(() => undefined);
    try {
      const { asset } = await changed;
      if (this.#settle(id)) this.#put(asset);
    } catch (error) {
      if (this.#settle(id) && before) this.#put(before);
      throw this.#hear(error);
    }
  }

  async move(ids: readonly string[], folder: string | null): Promise<void> {
    for (const id of ids) await this.change(id, { folder });
    await this.refresh();
  }

  async revert(id: string, revision: number): Promise<void> {
    const { asset } = await ask<{ asset: MediaAsset }>(`media/${id}/revert`, { body: { revision } });
    this.#put(asset);
  }

  async remove(id: string, options: { readonly isForced: boolean }): Promise<void> {
    await ask(`media/${id}${options.isForced ? '?force=1' : ''}`, { method: 'DELETE' });
  }

  async restore(ids: readonly string[]): Promise<void> {
    for (const id of ids) await ask(`media/${id}/restore`, { method: 'POST' });
    this.select(nothing);
    await this.refresh();
  }

  async createFolder(name: string, parent: string | undefined): Promise<void> {
    await ask('media/folders', { body: { name, ...(parent !== undefined && { parent }) } });
    await this.loadFolders();
  }

  async changeFolder(id: string, change: { name?: string; parent?: string | null }): Promise<void> {
    await ask(`media/folders/${id}`, { method: 'PATCH', body: change });
    await this.loadFolders();
  }

  /** What is in it moves up. */
  async removeFolder(id: string): Promise<void> {
    const parent = this.state.get().folders.find((each) => each.id === id)?.parent;
    await ask(`media/folders/${id}?contents=move-up`, { method: 'DELETE' });
    if (this.state.get().query.folder === id) this.show({ folder: parent });
    else await this.refresh();
  }

  /** Forgets what is being fetched. */
  close(): void {
    clearTimeout(this.#soon);
    this.#asking?.abort();
  }

  async #load(after?: string): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const { query, assets = [] } = this.state.get();
    const limit = after === undefined ? Math.min(MOST, Math.max(PAGE, assets.length)) : PAGE;
    this.state.set({ isLoading: true, problem: undefined });
    try {
      const page = await ask<MediaPage>(`media?${queryText(query, { limit, after })}`, {
        signal: asking.signal,
      });
      const known = after === undefined ? [] : assets;
      this.state.set({
        assets: [...known, ...page.assets],
        total: page.total,
        next: page.next,
        isLoading: false,
        isOffline: false,
      });
    } catch (error) {
      if (asking.signal.aborted) return;
      this.state.set({ isLoading: false, problem: this.#hear(error).message });
    }
  }

  #put(asset: MediaAsset): void {
    const { assets, apart } = this.state.get();
    this.state.set({
      assets: assets?.map((each) => (each.id === asset.id ? asset : each)),
      apart: apart?.id === asset.id ? asset : apart,
    });
  }

  /** @returns whether nothing more is on its way. */
  #settle(id: string): boolean {
    const left = (this.#pending.get(id) ?? 1) - 1;
    if (left > 0) this.#pending.set(id, left);
    else this.#pending.delete(id);
    return left === 0;
  }

  #hear(error: unknown): Error {
    if (error instanceof BackendError && error.status === 0) this.state.set({ isOffline: true });
    return error instanceof Error ? error : new Error(String(error));
  }
}
