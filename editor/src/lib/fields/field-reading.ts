import type { Json } from '@vitrine/content';
import type { Breakpoint, FieldDescription } from '@vitrine/modules';
import { checkValue } from './check-value.ts';
import { type FieldPath, itemHandles, storedPath, valueAt, valuesAt, writeAt } from './field-place.ts';
import type { FieldProps, FieldScope } from './field-scope.tsx';
import { ownBreakpoints, type ValueOrigin, variantOf } from './field-variant.ts';
import type { Manner } from './gestures.ts';

/** What a field shows. */
export interface FieldReading {
  /** Where an edit goes in the first instance. */
  readonly path: FieldPath;
  /** Own, inherited or default; absent when the instances differ. */
  readonly value: Json | undefined;
  readonly origin: ValueOrigin;
  readonly isMixed: boolean;
  readonly owns: readonly Breakpoint[];
  readonly problem: string | undefined;
  readonly isOutdated: boolean;
  /** Of a list: its items, as paths name them. */
  readonly items: readonly string[];
}

export interface FieldTarget extends Pick<FieldProps, 'field' | 'item'> {
  readonly parent: string;
  readonly breakpoint: Breakpoint;
}

/** Reads a field of the instances of a scope. */
export function readField(scope: FieldScope, target: FieldTarget): FieldReading {
  const { field } = target;
  const [first, ...others] = scope.ids.map((id) => readOne(scope, target, id));
  if (!first)
    throw new Error(`The field "${field.label}" is shown for no instance. Give the panel at least one id.`);
  const isMixed = others.some((other) => !isSameJson(other.value, first.value));
  const readPath = first.origin.kind === 'inherited' ? joinPath(target.parent, first.origin.key) : first.path;
  const isList = field.kind === 'list' && !isMixed;
  const paths = scope.ids.length === 1 ? namesOf(scope, first.path) : [];
  return {
    path: first.path,
    value: isMixed ? undefined : first.value,
    origin: others.find(({ origin }) => origin.kind === 'own')?.origin ?? first.origin,
    isMixed,
    owns: first.owns,
    problem: scope.marks.problemAt(paths) ?? (isMixed ? undefined : checkValue(field, first.value)),
    isOutdated: scope.marks.isOutdated(paths),
    items: isList ? itemHandles(scope.page, scope.ids, scope.fields, readPath) : [],
  };
}

/** Gives all instances of the scope the value, in the variant looked at; `undefined` takes it away. */
export function writeField(
  scope: FieldScope,
  target: FieldTarget,
  value: Json | undefined,
  manner: Manner = 'chosen',
): void {
  const { page, ids, fields } = scope;
  scope.gestures.run(() => {
    for (const id of ids) writeAt(page, id, fields, readOne(scope, target, id).path, value);
  }, manner);
}

/** Takes away the values of their own, so that the inherited ones hold again. */
export function resetField(scope: FieldScope, target: FieldTarget): void {
  const { page, ids, fields } = scope;
  scope.gestures.run(() => {
    for (const id of ids) {
      const { path, origin } = readOne(scope, target, id);
      if (origin.kind === 'own') writeAt(page, id, fields, path, undefined);
    }
  }, 'chosen');
}

export function joinPath(parent: string, key: string): string {
  return parent === '' ? key : `${parent}/${key}`;
}

type OneReading = Pick<FieldReading, 'path' | 'value' | 'origin' | 'owns'>;

function readOne(
  scope: FieldScope,
  { field, parent, item, breakpoint }: FieldTarget,
  id: string,
): OneReading {
  const { page, fields } = scope;
  if (item !== undefined) {
    const path = joinPath(parent, item);
    const { value, isStored } = valueAt(page, id, fields, path);
    return { path, value, origin: originAt(scope, path, { kind: isStored ? 'own' : 'default' }), owns: [] };
  }
  const view = { locale: scope.locale, baseLocale: scope.baseLocale, breakpoint };
  const values = valuesAt(page, id, fields, parent);
  const { key, value, origin } = variantOf(values, field, view);
  const path = joinPath(parent, key);
  return {
    path,
    value: value ?? (field.default as Json | undefined),
    origin: originAt(scope, path, origin),
    owns: field.responsive ? ownBreakpoints(values, field, view) : [],
  };
}

// What a fragment says of its module is no value of the page's own.
function originAt({ isSetHere }: FieldScope, path: string, origin: ValueOrigin): ValueOrigin {
  return origin.kind === 'own' && isSetHere && !isSetHere(path) ? { kind: 'fragment' } : origin;
}

// As the document and as checks name it: with ids, and with positions and dots.
function namesOf({ page, ids: [id] }: FieldScope, path: FieldPath): readonly string[] {
  if (id === undefined) return [];
  const stored = storedPath(page, id, path);
  const segments = stored.split('/');
  const positions = segments.map((segment, index) => {
    const at = index === 0 ? -1 : page.itemIds(id, segments.slice(0, index).join('/')).indexOf(segment);
    return at === -1 ? segment.replace(/^#/, '') : String(at);
  });
  return [stored, positions.join('.')];
}

function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export function isSameReading(a: FieldReading, b: FieldReading): boolean {
  return a.path === b.path && a.value === b.value && hasSameFrame(a, b);
}

/** For objects and lists, whose inner values are the business of the fields inside. */
export function hasSameFrame(a: FieldReading, b: FieldReading): boolean {
  return (
    a.path === b.path &&
    a.isMixed === b.isMixed &&
    a.problem === b.problem &&
    a.isOutdated === b.isOutdated &&
    isSameJson(a.origin, b.origin) &&
    isSameJson(a.owns, b.owns) &&
    isSameJson(a.items, b.items)
  );
}

/** Fields whose values are edited by fields of their own. */
export function isContainer(field: FieldDescription): boolean {
  return field.kind === 'list' || field.kind === 'object';
}
