import type { FoundLink } from './find-findings.ts';
import { type LinkState, type LinkTarget, targetKey } from './link-target.ts';

export type AskLinks = (
  links: readonly { readonly target: LinkTarget; readonly locale: string }[],
) => Promise<{ readonly states: readonly LinkState[] }>;

const FRESH = 60_000;
const MOST = 500;

/** What is known of the things links lead to, for a minute. */
export class LinkMemory {
  readonly #known = new Map<string, { readonly state: LinkState; readonly at: number }>();
  readonly #ask: AskLinks;

  constructor(ask: AskLinks) {
    this.#ask = ask;
  }

  readonly stateOf = (key: string): LinkState | undefined => this.#known.get(key)?.state;

  /** Asks for what is not known, or not any more. @returns whether there was anything to ask. */
  async learn(links: readonly FoundLink[]): Promise<boolean> {
    const now = Date.now();
    const wanted = new Map(
      links
        .map(({ target, locale }) => [targetKey(target, locale), { target, locale }] as const)
        .filter(([key]) => now - (this.#known.get(key)?.at ?? -FRESH) >= FRESH),
    );
    const asked = [...wanted].slice(0, MOST);
    if (asked.length === 0) return false;
    const { states } = await this.#ask(asked.map(([, link]) => link));
    asked.forEach(([key], index) => {
      const state = states[index];
      if (state) this.#known.set(key, { state, at: now });
    });
    return true;
  }
}
