import type { Fields } from '@vitrine/modules';

/** What the canvas is given to render with; the runtime makes it, the shop hands it in. */
export interface CanvasRenderer {
  /** Renders one instance as the shop would, without what stands in its slots. */
  render(instance: {
    readonly id: string;
    readonly type: string;
    readonly v: number;
    readonly props: Readonly<Record<string, import('@vitrine/content').Json>>;
    readonly data: Readonly<Record<string, unknown>>;
    readonly slots: readonly string[];
    readonly config?: Readonly<Record<string, unknown>>;
  }):
    | {
        readonly kind: 'rendered';
        readonly pieces: readonly string[];
        readonly css: string;
        readonly config: Readonly<Record<string, unknown>>;
        readonly problems: readonly string[];
      }
    | { readonly kind: 'failed'; readonly message: string };
  /** What the canvas must know of a module. */
  describe(type: string): CanvasModule | undefined;
}

export interface CanvasModule {
  readonly title: string;
  readonly fields: Fields;
  readonly slots: readonly string[];
  /** It asks for data, so the server has to say what it shows. */
  readonly asks: boolean;
}
