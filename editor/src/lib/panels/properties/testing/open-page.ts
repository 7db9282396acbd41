import type { Json, PageDocument } from '@vitrine/content';
import { PageInYdoc } from '@vitrine/content/collab';
import * as Y from 'yjs';
import { createFieldMarks } from '../../../fields/field-marks.ts';
import type { FieldScope } from '../../../fields/field-scope.tsx';
import { createGestures } from '../../../fields/gestures.ts';
import { everyKind } from './every-kind.ts';
import { shapesForBench } from './shapes-for-bench.ts';

/** A document with an instance of every kind of field for each id. */
export function documentWith(
  instances: Readonly<Record<string, Readonly<Record<string, Json>>>>,
): PageDocument {
  const nodes = Object.entries(instances).map(([id, props]) => ({ id, type: everyKind.id, v: 1, props }));
  return { schema: 1, id: 'test', kind: 'page', name: 'Test', seo: {}, nodes };
}

/** The same as a living document, with the scope a panel that selects all of them makes. */
export function openPage(
  instances: Readonly<Record<string, Readonly<Record<string, Json>>>>,
  view: Partial<FieldScope> = {},
): FieldScope {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, documentWith(instances), shapesForBench);
  const page = new PageInYdoc(doc, shapesForBench);
  return {
    page,
    ids: Object.keys(instances),
    fields: everyKind.fields,
    locale: 'en',
    baseLocale: 'en',
    isTranslated: true,
    breakpoint: 'base',
    isReadOnly: false,
    marks: createFieldMarks(),
    gestures: createGestures({ transact: (work) => page.transact(work) }),
    ...view,
  };
}

export function fieldNamed(name: string) {
  const field = everyKind.fields.find((each) => each.name === name);
  if (!field) throw new Error(`The module of these tests has no field "${name}".`);
  return field;
}
