import type { CanvasRenderer } from '@vitrine/editor/canvas';
import { createRegistry } from '@vitrine/modules';
import { library } from '@vitrine/modules/library';
import { type CanvasFrame, createInstanceRenderer } from '@vitrine/runtime/canvas';
import { plain } from '@vitrine/themes/library';

const registry = createRegistry(library);

/** Renders modules on the canvas as the shop does. Fetched once the page is there to be worked on. */
export function rendererFor(frame: CanvasFrame): CanvasRenderer {
  return {
    render: createInstanceRenderer({ registry, theme: plain, frame }),
    describe(type) {
      const { module } = registry.get(type) ?? {};
      return (
        module && {
          title: module.title,
          fields: module.config,
          slots: Object.keys(module.slots ?? {}),
          asks: module.data !== undefined || module.rendering === 'hole',
        }
      );
    },
  };
}
