import type { Experiment } from '../experiment.ts';
import type { ModuleCatalogue, ModuleFacts } from '../module-catalogue.ts';
import type { PageDocument, PageNode } from '../page.ts';

/** A document with everything in it that was not said. */
export function makePage(facts: Partial<PageDocument> = {}): PageDocument {
  return { schema: 1, id: 'home', kind: 'page', name: facts.id ?? 'Home', seo: {}, nodes: [], ...facts };
}

/** A module instance: `makeNode('hero', { id: 'h', props: { title: 'Hi' } })`. Its id is its type when none is given. */
export function makeNode(type: string, facts: Partial<Omit<PageNode, 'type'>> = {}): PageNode {
  return { id: type, v: 1, props: {}, ...facts, type };
}

/** A catalogue of modules that accept all settings unless they say otherwise. */
export function makeCatalogue(modules: Readonly<Record<string, Partial<ModuleFacts>>>): ModuleCatalogue {
  return {
    ids: Object.keys(modules),
    describe(id) {
      const facts = Object.hasOwn(modules, id) ? modules[id] : undefined;
      return facts && { kind: 'block', version: 1, slots: {}, checkProps: () => [], ...facts };
    },
  };
}

/** A test of two versions in which all visitors take part, planned unless its state is said. */
export function makeExperiment(facts: Partial<Experiment> = {}): Experiment {
  return {
    id: 'hero',
    name: 'Short headline',
    versions: [
      { name: 'a', label: 'As it is' },
      { name: 'b', label: 'Short' },
    ],
    share: 100,
    state: { kind: 'planned' },
    ...facts,
  };
}
