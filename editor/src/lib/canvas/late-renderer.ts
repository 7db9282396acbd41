import type { CanvasRenderer } from './canvas-renderer.ts';

/** The renderer of a canvas, which comes after the page: until it is here, the page stands as the server made it. */
export interface LateRenderer {
  /** `undefined` = it is not here yet. */
  get(): CanvasRenderer | undefined;
  /** Fetches it, once, however often it is asked for. Never rejects. */
  load(): Promise<void>;
}

/** @param arrived Called once, when it is here. */
export function createLateRenderer(
  make: () => CanvasRenderer | Promise<CanvasRenderer>,
  arrived: () => void,
): LateRenderer {
  let renderer: CanvasRenderer | undefined;
  let loading: Promise<void> | undefined;
  async function fetchIt(): Promise<void> {
    try {
      renderer = await make();
    } catch (error) {
      console.error(error);
      renderer = nothingHere;
    }
    arrived();
  }
  return {
    get: () => renderer,
    load: () => (loading ??= fetchIt()),
  };
}

// The server renders everything instead, as it does for modules the browser does not know.
const nothingHere: CanvasRenderer = {
  render: () => ({ kind: 'failed', message: 'The renderer could not be loaded.' }),
  describe: () => undefined,
};
