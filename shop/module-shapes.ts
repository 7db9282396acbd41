import type { ShapesOf } from '@vitrine/content';
import { moduleCatalogue, shapesOf } from '@vitrine/modules';
import { definitions } from '@vitrine/modules/library/definitions';

/** The modules of this shop, for what works on pages outside of a browser. */
export const modules = moduleCatalogue(definitions);

const shapes = new Map(definitions.map((module) => [module.id, shapesOf(module.config)]));

/** How the settings of the modules are taken apart for many hands. */
export const moduleShapes: ShapesOf = (type) => shapes.get(type);
