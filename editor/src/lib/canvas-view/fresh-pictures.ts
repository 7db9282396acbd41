import { ask } from '../app/backend.ts';
import type { CanvasDoor } from '../canvas/canvas-door.ts';

export type AskRevisions = (srcs: readonly string[]) => Promise<Readonly<Record<string, number>>>;

/** Sources in one question: it is an address. */
const AT_ONCE = 50;

/** Keeps the pictures on the canvas those that are in the media library now: browsers keep an address for a while. */
export class FreshPictures {
  readonly #ask: AskRevisions;
  readonly #known = new Map<string, number>();
  #canvas: PictureCanvas | undefined;

  constructor(ask: AskRevisions = askRevisions) {
    this.#ask = ask;
  }

  /** @returns ends it. */
  connect(canvas: PictureCanvas): () => void {
    this.#canvas = canvas;
    if (this.#known.size > 0) canvas.nameRevisions(this.#known);
    void this.look();
    return () => {
      if (this.#canvas === canvas) this.#canvas = undefined;
    };
  }

  /** Asks which files are behind the pictures that are shown. Never rejects: without an answer they stay as they are. */
  async look(): Promise<void> {
    const srcs = [...(this.#canvas?.pictures() ?? [])];
    for (let from = 0; from < srcs.length; from += AT_ONCE) {
      const found = await this.#ask(srcs.slice(from, from + AT_ONCE)).catch(() => ({}));
      this.learn(Object.entries(found).map(([src, revision]) => ({ src, revision })));
    }
  }

  learn(files: readonly { readonly src: string; readonly revision: number }[]): void {
    const fresh = files.filter(({ src, revision }) => this.#known.get(src) !== revision);
    for (const { src, revision } of fresh) this.#known.set(src, revision);
    if (fresh.length > 0) this.#canvas?.nameRevisions(new Map(this.#known));
  }
}

type PictureCanvas = Pick<CanvasDoor, 'pictures' | 'nameRevisions'>;

async function askRevisions(srcs: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const query = new URLSearchParams(srcs.map((src) => ['src', src]));
  return (await ask<{ revisions: Record<string, number> }>(`media/revisions?${query}`)).revisions;
}
