import type { AnchorFacts } from './comment-facts.ts';

/** Words that were typed and not sent, with the ids they will be sent under: sending again doubles nothing. */
export interface KeptWords {
  readonly words: string;
  /** Ids of people that were chosen from those offered. */
  readonly chosen: readonly string[];
  readonly message: string;
  /** Of a new thread. */
  readonly thread?: string;
  readonly anchor?: AnchorFacts;
}

export interface KeptPlace {
  readonly user: string;
  readonly document: string;
}

/** Where they are kept: a thread that is answered, a message that is edited, or `new`. */
export function keptKey({ user, document }: KeptPlace, what: string): string {
  return `vitrine-comment ${user} ${document} ${what}`;
}

/** Kept in this browser until they are sent or thrown away, through a reload too. Nothing to keep = nothing is kept. */
export function keepWords(key: string, kept: KeptWords | undefined): void {
  try {
    if (!kept || kept.words.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: they stay on the screen.
  }
}

export function recallWords(key: string): KeptWords | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function recallNew(place: KeptPlace): KeptWords | undefined {
  return recallWords(keptKey(place, 'new'));
}

function isKept(value: unknown): value is KeptWords {
  const { words, chosen, message } = (value ?? {}) as Partial<KeptWords>;
  return typeof words === 'string' && Array.isArray(chosen) && typeof message === 'string';
}
