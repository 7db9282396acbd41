import type { Json, PageNode } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import type { ModuleDescription } from '../app/backend.ts';
import type { Component } from './component.ts';
import { kebab } from './words-of.ts';

interface OwnModule {
  readonly node: Omit<PageNode, 'id'>;
  /** Places this module has too, by its own names for them. */
  readonly slots: Component['slots'];
  /** Places it has not. */
  readonly left: Component['slots'];
  /** Names of settings with something in them that it has not, or that do not fit. */
  readonly without: readonly string[];
}

/** The module of this shop that is called like a component, with the settings that fit; `undefined` when none fits in anything. */
export function ownModule(
  component: Component,
  modules: readonly ModuleDescription[],
): OwnModule | undefined {
  const name = kebab(component.name);
  const module = modules.find(({ id }) => id === name);
  if (!module) return undefined;
  const props: Record<string, Json> = {};
  const without: string[] = [];
  for (const [key, value] of Object.entries(component.props)) {
    const [field, suffix = ''] = key.split(/(?=@)/, 2);
    const described = module.fields.find((each) => each.name === field);
    if (described && fits(value, described)) props[`${field}${suffix}`] = value;
    else if (saysSomething(value)) without.push(key);
  }
  const known = (slot: Component['slots'][number]) => Object.hasOwn(module.slots, slot.name);
  const slots = component.slots.filter(known);
  if (Object.keys(props).length === 0 && slots.length === 0) return undefined;
  return {
    node: { type: module.id, v: module.version, props },
    slots,
    left: component.slots.filter((slot) => !known(slot)),
    without,
  };
}

/** Words, a list or a thing; how it looks there, a number or a switch, is nobody's loss. */
function saysSomething(value: Json): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function fits(value: Json, { kind, details }: FieldDescription): boolean {
  switch (kind) {
    case 'text': {
      const { maxLength } = details;
      return typeof value === 'string' && (typeof maxLength !== 'number' || value.length <= maxLength);
    }
    case 'number':
    case 'boolean':
      return typeof value === kind;
    case 'select':
      return choices(details.options).includes(value);
    default:
      // Pictures, links, products and formatted texts are written in another way there.
      return false;
  }
}

function choices(options: unknown): readonly unknown[] {
  return Array.isArray(options) ? options.map((option: { readonly value: unknown }) => option.value) : [];
}
