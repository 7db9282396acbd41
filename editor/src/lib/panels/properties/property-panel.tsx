import type { PageInYdoc } from '@vitrine/content/collab';
import type { Breakpoint } from '@vitrine/modules';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { createFieldMarks } from '../../fields/field-marks.ts';
import { type FieldScope, FieldScopeProvider } from '../../fields/field-scope.tsx';
import { createGestures } from '../../fields/gestures.ts';
import { commonFields, type ModuleDescription } from './common-fields.ts';
import { groupFields } from './group-fields.ts';
import { PanelHeader } from './panel-header.tsx';
import { PanelNote } from './panel-note.tsx';
import { PanelSection } from './panel-section.tsx';
import css from './property-panel.module.css';
import { useInstances } from './use-instances.ts';
import { useOpening } from './use-opening.ts';

export interface PropertyPanelProps {
  readonly page: PageInYdoc;
  /** What is selected, in the order of the selection; the values of the first are shown. */
  readonly ids: readonly string[];
  /** Must answer the same object for the same type. `undefined` = no such module in this shop. */
  readonly describe: (type: string) => ModuleDescription | undefined;
  readonly locale: string;
  /** Its values stand without a locale and hold where a translation is missing. */
  readonly baseLocale: string;
  readonly locales: readonly string[];
  /** The width looked at; a field may be switched to another. Default `base`. */
  readonly breakpoint?: Breakpoint;
  /** By path, as in the document or as a check says it. Only for a single instance. */
  readonly problems?: Readonly<Record<string, string>>;
  /** Paths of translations whose original has changed since. Only for a single instance. */
  readonly outdated?: ReadonlySet<string>;
  /** Why nothing may be changed, in a sentence. */
  readonly readOnly?: string;
  /** Whether it can be said of each setting that documents which show this one may set it. Default false. */
  readonly opens?: boolean;
  /** As `PageUndo.step`: what it runs is undone in one go. Must stay the same function. */
  readonly step?: <T>(work: () => T) => T;
  /** As `PageUndo.openStep`, for typing that touches more than one text. Must stay the same function. */
  readonly openStep?: () => () => void;
}

/** The settings of what is selected on a page. */
export function PropertyPanel(props: PropertyPanelProps) {
  const { page, describe, locale, baseLocale, breakpoint = 'base', readOnly, step, openStep } = props;
  const instances = useInstances(page, props.ids);
  const ids = useStable(instances.map(({ id }) => id));
  const types = useStable([...new Set(instances.map(({ type }) => type))]);
  const modules = useMemo(() => types.map(describe), [types, describe]);
  const isKnown = modules.every((module) => module !== undefined);
  const fields = useMemo(
    () => (isKnown ? commonFields(modules as readonly ModuleDescription[]) : []),
    [modules, isKnown],
  );
  const groups = useMemo(() => groupFields(fields), [fields]);
  const isLocked = instances.some(({ lock }) => lock);
  const isReadOnly = readOnly !== undefined || isLocked;
  const isTranslated = props.locales.length > 1;

  const [marks] = useState(createFieldMarks);
  const { problems, outdated } = props;
  useLayoutEffect(() => marks.set({ problems, outdated }), [marks, problems, outdated]);

  const gestures = useMemo(
    () => createGestures({ transact: (work) => page.transact(work), step, openStep }),
    [page, step, openStep],
  );
  useEffect(() => gestures.settle, [gestures]);

  const opening = useOpening({ page, instances, gestures, isWanted: props.opens === true && !isReadOnly });
  const scope = useMemo<FieldScope>(
    () => ({
      page,
      ids,
      fields,
      locale,
      baseLocale,
      isTranslated,
      breakpoint,
      isReadOnly,
      marks,
      gestures,
      opening,
    }),
    [page, ids, fields, locale, baseLocale, isTranslated, breakpoint, isReadOnly, marks, gestures, opening],
  );
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback((title: string) => setFolded((before) => toggled(before, title)), []);

  if (instances.length === 0) {
    return <div className={css.empty}>Select something on the page to see its settings.</div>;
  }
  return (
    <section
      className={css.panel}
      aria-label="Properties"
      onBlur={gestures.settle}
      onKeyDownCapture={(event) => isShortcut(event) && gestures.settle()}
    >
      <PanelHeader
        page={page}
        instances={instances}
        modules={modules}
        types={types}
        isReadOnly={isReadOnly}
      />
      <PanelNote page={page} instances={instances} readOnly={readOnly} types={types} modules={modules} />
      {/* The fields of another instance are other fields: nothing half typed may move on to it. */}
      <FieldScopeProvider value={scope} key={ids.join(' ')}>
        {groups.map((group) => (
          <PanelSection
            key={group.title}
            group={group}
            siblings={fields}
            isFolded={folded.has(group.title)}
            onFold={fold}
          />
        ))}
        {isKnown && fields.length === 0 && (
          <div className={css.empty}>
            {modules.length > 1 ? 'These have no settings in common.' : 'This module has no settings.'}
          </div>
        )}
      </FieldScopeProvider>
    </section>
  );
}

/** The same array as long as it holds the same words. */
function useStable(list: readonly string[]): readonly string[] {
  const words = list.join('\n');
  return useMemo(() => (words === '' ? [] : words.split('\n')), [words]);
}

// An undo in the middle of typing must find it ended.
function isShortcut(event: KeyboardEvent): boolean {
  return event.metaKey || event.ctrlKey;
}

function toggled(set: ReadonlySet<string>, each: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(each)) next.add(each);
  return next;
}
