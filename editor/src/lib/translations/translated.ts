import { type Translations, walk } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import { type SeoRow, seoRows } from './seo-rows.ts';
import { type GroupMemory, type TranslationGroup, translationGroups } from './translation-groups.ts';
import type { TranslationRow, TranslationState } from './translation-rows.ts';

/** What of a page is to be had in a language. */
export interface Translated {
  readonly locale: string;
  readonly seo: readonly SeoRow[];
  readonly groups: readonly TranslationGroup[];
  readonly count: { readonly all: number; readonly missing: number; readonly outdated: number };
}

interface State {
  /** `undefined` = not looked at yet. */
  readonly now: Translated | undefined;
  /** Why it is not known which are outdated. */
  readonly problem: string | undefined;
}

interface Wish {
  readonly locale: string;
}

/** Milliseconds after a change until it is looked at anew, and until the shop has had time to take it in. */
const LOOK = 250;
const ASK = 1_200;

/** Watches over the translations of the page that is edited, for as long as somebody looks at them. */
export class TranslationWatch {
  readonly state = new Store<State>({ now: undefined, problem: undefined });
  readonly #editor: Editor;
  readonly #memory: GroupMemory = new Map();
  #kept: Translations = {};
  /** How often it was asked for: what comes late is not taken for the newest. */
  #asked = 0;
  /** What is looked at, by each who looks; the last one's is the one. */
  #wanted: readonly Wish[] = [];
  #end: (() => void) | undefined;
  #timers: { look?: ReturnType<typeof setTimeout>; ask?: ReturnType<typeof setTimeout> } = {};

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Looks at a language, until that ends the one that was asked for last. @returns what ends it. */
  watch(locale: string): () => void {
    const wish = { locale };
    this.#want([...this.#wanted, wish]);
    return () => this.#want(this.#wanted.filter((each) => each !== wish));
  }

  #want(wanted: readonly Wish[]): void {
    const before = this.#locale;
    this.#wanted = wanted;
    if (this.#locale === undefined) this.#stop();
    else if (!this.#end) this.#begin();
    else if (this.#locale !== before) this.#look();
  }

  get #locale(): string | undefined {
    return this.#wanted.at(-1)?.locale;
  }

  /** The translation is right for what stands there now. Rejects with a sentence. */
  async confirm({ path, value, stands }: Pick<TranslationRow, 'path' | 'value' | 'stands'>): Promise<void> {
    this.#kept = await ask<Translations>(`${addressOf(this.#editor)}/confirm`, {
      body: { path, value: value ?? null, base: stands },
    });
    this.#asked += 1;
    this.#look();
  }

  #begin(): void {
    this.#look();
    void this.#ask();
    const soon = () => {
      this.#timers.look ??= setTimeout(() => this.#look(), LOOK);
    };
    const ends = [
      this.#editor.page.onChange(() => {
        soon();
        clearTimeout(this.#timers.ask);
        this.#timers.ask = setTimeout(() => void this.#ask(), ASK);
      }),
      this.#editor.fragments.state.subscribe(soon),
    ];
    this.#end = () => {
      for (const end of ends) end();
    };
  }

  #stop(): void {
    this.#end?.();
    this.#end = undefined;
    clearTimeout(this.#timers.look);
    clearTimeout(this.#timers.ask);
    this.#timers = {};
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const kept = await fetchTranslations(this.#editor);
      if (asked !== this.#asked) return;
      this.#kept = kept;
      this.state.set({ problem: undefined });
    } catch (error) {
      // What is missing is seen all the same.
      this.state.set({ problem: (error as Error).message });
    }
    this.#look();
  }

  #look(): void {
    clearTimeout(this.#timers.look);
    this.#timers.look = undefined;
    if (this.#locale === undefined) return;
    const now = translatedNow(this.#editor, this.#locale, this.#kept, this.#memory);
    this.state.set({ now });
    this.#editor.outdated.set({ paths: outdatedIn(now.groups) });
  }
}

/** @param kept what translations were made from, as far as that is known. */
export function translatedNow(
  { page, describe, baseLocale, fragments }: Pick<Editor, 'page' | 'describe' | 'baseLocale' | 'fragments'>,
  locale: string,
  kept: Translations,
  memory?: GroupMemory,
): Translated {
  const { kind, seo: told } = page.meta();
  const seo = kind === 'page' || kind === 'template' ? seoRows(told, locale, kept) : [];
  const openIn = (id: string) => {
    const fragment = fragments.find(id);
    return fragment && [...walk(fragment.nodes)].map(({ node }) => node).filter(({ open }) => open?.length);
  };
  const groups = translationGroups({ page, describe, openIn, locale, baseLocale, kept, memory });
  const states = [...seo, ...groups.flatMap(({ rows }) => rows)].map(({ state }) => state);
  const count = (wanted: TranslationState) => states.filter((state) => state === wanted).length;
  return {
    locale,
    seo,
    groups,
    count: { all: states.length, missing: count('missing'), outdated: count('outdated') },
  };
}

/** What the texts of the page were translated from, as the shop remembers it. Rejects with a sentence. */
export function fetchTranslations(editor: Editor, signal?: AbortSignal): Promise<Translations> {
  return ask<Translations>(addressOf(editor), { signal });
}

function addressOf({ open }: Editor): string {
  return `documents/${encodeURIComponent(open.id)}/translations`;
}

/** As the property panel names them: paths by instance. */
function outdatedIn(groups: readonly TranslationGroup[]): ReadonlyMap<string, ReadonlySet<string>> {
  const entries = groups.map(({ id, rows }) => {
    const paths = rows
      .filter(({ state }) => state === 'outdated')
      .map(({ path }) => path.slice(id.length + 1));
    return [id, new Set(paths)] as const;
  });
  return new Map(entries.filter(([, paths]) => paths.size > 0));
}

const watches = new WeakMap<Editor, TranslationWatch>();

/** The one of an editor. */
export function translationWatch(editor: Editor): TranslationWatch {
  const known = watches.get(editor) ?? new TranslationWatch(editor);
  watches.set(editor, known);
  return known;
}
