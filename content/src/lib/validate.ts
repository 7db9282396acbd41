import { foreignName } from './foreign-module.ts';
import { migrateNode } from './migrate-document.ts';
import type { ModuleCatalogue, ModuleFacts, SlotFacts } from './module-catalogue.ts';
import { nearestNames } from './nearest-names.ts';
import { openPartsOf } from './open-parts.ts';
import { isOpenSetting, overrideKey, overridesOf, parseOverrideKey, withOwn } from './open-settings.ts';
import type { PageDocument, PageNode } from './page.ts';
import type { ContentProblem, ProblemCode } from './problem.ts';
import { type Shown, shownIn } from './shown-in.ts';
import { parseVariantKey } from './variant-keys.ts';
import { fragmentOf, fragmentsOf, type Located, parentsOf, walk } from './walk.ts';

export interface ValidationContext {
  readonly modules: ModuleCatalogue;
  /** The other documents, published or about to be. */
  readonly documents: (id: string) => PageDocument | undefined;
  readonly locales?: {
    /** The language of values without a locale. */
    readonly base: string;
    /** Every text a module must have is wanted in each of these. */
    readonly required: readonly string[];
  };
}

/** Everything wrong with a document in view of the modules and the other documents there are. Empty = publish it. */
export function validateDocument(
  document: PageDocument,
  context: ValidationContext,
): readonly ContentProblem[] {
  const check = new DocumentCheck(document, context);
  return [...check.frame(), ...[...walk(document.nodes)].flatMap((place) => [...check.instance(place)])];
}

class DocumentCheck {
  readonly #document: PageDocument;
  readonly #context: ValidationContext;
  /** Fragments from which no way leads into a ring. */
  readonly #ringFree = new Set<string>();

  constructor(document: PageDocument, context: ValidationContext) {
    this.#document = document;
    this.#context = context;
  }

  *frame(): Generator<ContentProblem> {
    const { id, kind, layout, nodes } = this.#document;
    const outlets = [...walk(nodes)].filter(({ node }) => node.type === 'outlet');
    if (kind === 'layout' && outlets.length !== 1) {
      yield this.#problem('missing-outlet', {
        path: outlets[1]?.path ?? 'nodes',
        node: outlets[1]?.node.id,
        message: `Layout "${id}" must have one outlet, the place where the page goes; it has ${outlets.length}.`,
      });
    }
    if (layout !== undefined) {
      const found = this.#context.documents(layout);
      if (found?.kind !== 'layout') {
        yield this.#problem('unknown-layout', {
          path: 'layout',
          message: `There is no layout "${layout}"${found ? ` ("${layout}" is a ${found.kind})` : ''}. Publish it first or choose another one.`,
        });
      }
    }
  }

  *instance(place: Located): Generator<ContentProblem> {
    const { node } = place;
    if (node.type === 'outlet') {
      yield* this.#outlet(place);
    } else if (node.type === 'fragment') {
      yield* this.#fragment(place);
    } else {
      yield* this.#module(place);
    }
  }

  *#outlet(place: Located): Generator<ContentProblem> {
    const { id, kind, nodes } = this.#document;
    const { node } = place;
    if (kind !== 'layout' && kind !== 'fragment') {
      yield this.#problem('misplaced-outlet', {
        ...at(place),
        message: `Only layouts and fragments have outlets; "${id}" is a ${kind}. Remove it.`,
      });
    } else if (parentsOf({ nodes }, node.id).some(({ type }) => type === 'outlet')) {
      yield this.#problem('misplaced-outlet', {
        ...at(place),
        message: 'An open part stands inside another one, where no page can fill it. Move it out.',
      });
    }
  }

  *#module(place: Located): Generator<ContentProblem> {
    const { node, path } = place;
    const facts = this.#context.modules.describe(node.type);
    if (!facts) {
      const foreign = foreignName(node);
      if (foreign !== undefined) {
        yield this.#problem('unknown-module', {
          ...at(place),
          message: `“${foreign}” came with a page from elsewhere, and this shop has no such module. Build it from the modules here, then delete it.`,
        });
        return;
      }
      const near = nearestNames(node.type, this.#context.modules.ids);
      yield this.#problem('unknown-module', {
        ...at(place),
        message: `There is no module "${node.type}".${near.length > 0 ? ` Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?` : ''} Was it renamed? Add a migration.`,
      });
      return;
    }
    const migrated = migrateNode(node, this.#context.modules);
    if (migrated.kind === 'refused') {
      yield this.#problem(migrated.code, { node: node.id, path: `${path}.v`, message: migrated.message });
    } else {
      for (const problem of facts.checkProps(migrated.node.props)) {
        yield this.#problem('bad-prop', {
          node: node.id,
          path: `${path}.props.${problem.path}`,
          message: problem.message,
        });
      }
      yield* this.#texts(place, migrated.node, facts);
    }
    for (const [name, children] of Object.entries(node.slots ?? {})) {
      const slot = Object.hasOwn(facts.slots, name) ? facts.slots[name] : undefined;
      if (slot) {
        yield* this.#slot(place, name, children, slot);
      } else {
        const known = Object.keys(facts.slots).join(', ') || 'none';
        yield this.#problem('slot-not-declared', {
          node: node.id,
          path: `${path}.slots.${name}`,
          message: `Module "${node.type}" has no slot "${name}" (slots: ${known}); what is in it is never shown. Move it.`,
        });
      }
    }
  }

  *#slot(
    place: Located,
    name: string,
    children: readonly PageNode[],
    slot: SlotFacts,
  ): Generator<ContentProblem> {
    const path = `${place.path}.slots.${name}`;
    yield* this.#fitting(
      place,
      { name, path, of: place.node.type },
      { shown: this.#shownIn(children, path), slot },
    );
  }

  /** Whether what stands in a slot is what it takes, and no more. */
  *#fitting(
    place: Located,
    { name, path, of }: { readonly name: string; readonly path: string; readonly of: string },
    { shown, slot }: { readonly shown: readonly Shown[]; readonly slot: SlotFacts },
  ): Generator<ContentProblem> {
    for (const { node, child, path: where } of shown) {
      const kind = this.#context.modules.describe(node.type)?.kind;
      if (kind === undefined || slot.allow.includes(kind) || slot.allow.includes(node.type)) continue;
      yield this.#problem('kind-not-allowed', {
        node: child.id,
        path: where,
        message: `A "${node.type}" (${kind}) does not fit into slot "${slot.label ?? name}" of "${of}", which takes: ${slot.allow.join(', ')}.`,
      });
    }
    if (slot.max !== undefined && shown.length > slot.max) {
      yield this.#problem('too-many', {
        node: place.node.id,
        path,
        message: `Slot "${slot.label ?? name}" of "${of}" takes at most ${slot.max}; there are ${shown.length}. Remove ${shown.length - slot.max}.`,
      });
    }
  }

  *#texts(
    place: Located,
    node: PageNode,
    { texts = [], labels = {} }: ModuleFacts,
  ): Generator<ContentProblem> {
    const { locales } = this.#context;
    if (!locales) return;
    const keys = Object.keys(node.props).map((key) => parseVariantKey(key));
    for (const name of texts) {
      const there = keys.filter((key) => key?.name === name).map((key) => key?.locale ?? locales.base);
      const missing = locales.required.filter(
        (locale) => there.length > 0 && !there.includes(locale) && !there.includes(locale.split('-')[0]!),
      );
      for (const locale of missing) {
        yield this.#problem('missing-locale', {
          node: node.id,
          path: `${place.path}.props.${name}@${locale}`,
          severity: 'warning',
          message: `"${labels[name] ?? name}" has no text for locale "${locale}"; its visitors see the one for "${locales.base}". Translate it.`,
        });
      }
    }
  }

  *#fragment(place: Located): Generator<ContentProblem> {
    const id = fragmentOf(place.node);
    const found = id === undefined ? undefined : this.#context.documents(id);
    const path = `${place.path}.props.fragment`;
    if (id === undefined || found?.kind !== 'fragment') {
      const what = id === undefined ? 'It names no fragment' : `There is no fragment "${id}"`;
      yield this.#problem('unknown-fragment', {
        node: place.node.id,
        path,
        message: `${what}${found ? ` ("${id}" is a ${found.kind})` : ''}; its place stays empty. Choose one that is published.`,
      });
      return;
    }
    const ring = this.#ringFrom(id, [this.#document.id]);
    if (ring) {
      yield this.#problem('fragment-cycle', {
        node: place.node.id,
        path,
        message: `Fragments contain each other: ${ring.join(' → ')}. Take one of them out.`,
      });
    }
    yield* this.#parts(place, found);
    yield* this.#overrides(place, found);
  }

  /** What fills the open parts of a fragment. */
  *#parts(place: Located, fragment: PageDocument): Generator<ContentProblem> {
    const parts = new Map(openPartsOf(fragment).map((part) => [part.id, part]));
    for (const [name, children] of Object.entries(place.node.slots ?? {})) {
      const path = `${place.path}.slots.${name}`;
      const part = parts.get(name);
      if (!part) {
        yield this.#problem('part-not-open', {
          node: place.node.id,
          path,
          severity: 'warning',
          message: `"${fragment.name}" has no open part "${name}" any more; what is in it is not shown. Move it, or delete it.`,
        });
        continue;
      }
      // At the top of the fragment it stands in what is around the use, and is looked at there.
      const { parent, slot: slotName = '' } = part;
      const facts = parent && this.#context.modules.describe(parent.type);
      const slot = facts && Object.hasOwn(facts.slots, slotName) ? facts.slots[slotName] : undefined;
      if (!slot || !parent) continue;
      const others = (parent.slots?.[slotName] ?? []).filter(({ id }) => id !== name);
      const shown = this.#shownIn(children, path);
      const taken = this.#shownIn(others, path).length;
      const max = slot.max === undefined ? undefined : Math.max(0, slot.max - taken);
      yield* this.#fitting(
        place,
        { name: part.name ?? name, path, of: parent.type },
        { shown, slot: { ...slot, max } },
      );
    }
  }

  /** Settings a use makes of the instances in its fragment: those that are open, and right. */
  *#overrides(place: Located, fragment: PageDocument): Generator<ContentProblem> {
    const inside = new Map([...walk(fragment.nodes)].map(({ node }) => [node.id, node]));
    const touched = new Map<PageNode, Set<string>>();
    for (const key of Object.keys(place.node.props)) {
      const override = parseOverrideKey(key);
      if (!override) continue;
      const node = inside.get(override.node);
      if (node && isOpenSetting(node, override.name)) {
        touched.set(node, (touched.get(node) ?? new Set()).add(override.name));
        continue;
      }
      const label =
        (node && this.#context.modules.describe(node.type)?.labels?.[override.name]) ?? override.name;
      yield this.#problem('setting-not-open', {
        node: place.node.id,
        path: `${place.path}.props.${key}`,
        severity: 'warning',
        message: `"${fragment.name}" does not leave "${label}" of "${node?.name ?? node?.type ?? override.node}" open; what is set here is not shown.`,
      });
    }
    const overrides = overridesOf(place.node);
    for (const [node, names] of touched) yield* this.#overridden(place, withOwn(node, overrides), names);
  }

  *#overridden(place: Located, node: PageNode, names: ReadonlySet<string>): Generator<ContentProblem> {
    const { modules } = this.#context;
    const facts = modules.describe(node.type);
    const migrated = migrateNode(node, modules);
    if (!facts || migrated.kind === 'refused') return;
    for (const { path, message } of facts.checkProps(migrated.node.props)) {
      const key = path.split('.')[0] ?? '';
      if (!names.has(parseVariantKey(key)?.name ?? key)) continue;
      yield this.#problem('bad-prop', {
        node: place.node.id,
        path: `${place.path}.props.${overrideKey(node.id, path)}`,
        message,
      });
    }
  }

  #shownIn(children: readonly PageNode[], path: string): readonly Shown[] {
    return [...shownIn(children, path, { document: this.#document, documents: this.#context.documents })];
  }

  /** The first ring of fragments there is a way to from this one; `trail`, which is written, are those around it. */
  #ringFrom(id: string, trail: string[]): readonly string[] | undefined {
    if (this.#ringFree.has(id)) return undefined;
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    trail.push(id);
    for (const each of this.#fragmentsOf(id)) {
      const ring = this.#ringFrom(each, trail);
      if (ring) return ring;
    }
    trail.pop();
    this.#ringFree.add(id);
    return undefined;
  }

  #fragmentsOf(id: string): readonly string[] {
    const document = id === this.#document.id ? this.#document : this.#context.documents(id);
    return document ? fragmentsOf(document) : [];
  }

  #problem(
    code: ProblemCode,
    facts: Pick<ContentProblem, 'node' | 'path' | 'message'> & { severity?: ContentProblem['severity'] },
  ): ContentProblem {
    return { code, severity: 'error', document: this.#document.id, ...facts };
  }
}

function at({ node, path }: Located): { node: string; path: string } {
  return { node: node.id, path: `${path}.type` };
}
