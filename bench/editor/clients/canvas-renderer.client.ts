import type { CanvasRenderer } from '@vitrine/editor/canvas';
import { type CanvasFrame, createInstanceRenderer } from '@vitrine/runtime/canvas';
import { benchTheme } from '../bench-theme.ts';
import { benchRegistry } from '../our-modules.tsx';

export function rendererFor(frame: CanvasFrame): CanvasRenderer {
  return {
    render: createInstanceRenderer({ registry: benchRegistry, theme: benchTheme, frame }),
    describe(type) {
      const { module } = benchRegistry.get(type) ?? {};
      return (
        module && {
          title: module.title,
          fields: module.config,
          slots: Object.keys(module.slots ?? {}),
          asks: false,
        }
      );
    },
  };
}
