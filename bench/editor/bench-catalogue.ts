import type { Catalogue, ModuleDescription } from '@vitrine/editor/server';
import { describeFields, type ModuleRegistry, shapesOf } from '@vitrine/modules';

/** What the editor is told of the bench's modules. */
export function benchCatalogue(registry: ModuleRegistry, channels: Catalogue['channels']): Catalogue {
  return {
    modules: registry.all.map(({ module, presets }): ModuleDescription => {
      const { id, title, kind, version, slots = {}, config } = module;
      return {
        id,
        title,
        kind,
        version,
        slots,
        fields: describeFields(config),
        shapes: shapesOf(config),
        presets: presets.map(({ name }) => ({ name, props: {} })),
      };
    }),
    channels,
    colours: [],
    samples: { page: '/' },
  };
}
