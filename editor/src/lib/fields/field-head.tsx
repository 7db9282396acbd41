import { IconArrowBackUp, IconLock, IconLockOpen } from '@tabler/icons-react';
import { hint, IconButton } from '@vitrine/ui';
import { lengthOf } from './check-value.ts';
import css from './field-head.module.css';
import { type FieldProps, type Opening, useFieldScope } from './field-scope.tsx';
import { localeName, originWords, widthNames } from './field-words.ts';
import { hasNoWords, hasOwnElement } from './labelled.ts';
import type { FieldState } from './use-field.ts';
import { WidthSwitch } from './width-switch.tsx';

/** The line above a control: label, and what is to be known about where the value comes from. */
export function FieldHead(
  props: FieldProps & {
    state: FieldState;
    isReadOnly: boolean;
    ids: { id: string; labelId: string; originId: string };
  },
) {
  const { field, state, isReadOnly, ids } = props;
  const scope = useFieldScope();
  const { maxLength } = field.details as { maxLength?: number };
  const isTranslation = field.localised && scope.locale !== scope.baseLocale && scope.isTranslated;
  const isVariant = isTranslation || (field.responsive && state.breakpoint !== 'base');
  const isOfFragment = scope.isSetHere !== undefined;
  // What nobody sees is not to be pressed either.
  const isSeen = props.isLabelHidden !== true;
  const isResettable =
    isSeen &&
    (isVariant || isOfFragment) &&
    state.origin.kind === 'own' &&
    !isReadOnly &&
    props.item === undefined;
  const isTop = (props.parent ?? '') === '' && props.item === undefined;
  const Label = hasOwnElement(field) ? 'label' : 'span';
  return (
    <div className={css.head}>
      <Label className={css.label} id={ids.labelId} {...(Label === 'label' && { htmlFor: ids.id })}>
        {field.label}
        {field.required && (
          <span className={css.required} aria-hidden>
            {' '}
            *
          </span>
        )}
      </Label>
      <div className={css.marks}>
        {field.kind === 'text' && maxLength !== undefined && typeof state.value === 'string' && (
          <Count length={lengthOf(state.value)} most={maxLength} />
        )}
        {state.isMixed && hasNoWords(field) && <span className={css.mark}>differs</span>}
        {state.origin.kind === 'inherited' && (
          <Origin
            state={state}
            id={ids.originId}
            isMissing={isTranslation && state.origin.locale !== undefined}
          />
        )}
        {state.origin.kind === 'fragment' && isTop && (
          <span
            className={css.mark}
            data-kind="inherited"
            {...hint('What the fragment says, also when it changes. What you enter here is for this page.')}
          >
            from the fragment
          </span>
        )}
        {isOfFragment && isTop && state.origin.kind === 'own' && !isTranslation && (
          <span className={css.mark} data-kind="own">
            this page’s own
          </span>
        )}
        {isTranslation && state.origin.kind === 'own' && (
          <span
            className={css.mark}
            data-kind={state.isOutdated ? 'outdated' : 'own'}
            {...hint(ownWords(scope.locale, scope.baseLocale, state.isOutdated))}
          >
            {state.isOutdated ? `${localeName(scope.baseLocale)} changed` : localeName(scope.locale)}
          </span>
        )}
        {isResettable && (
          <IconButton
            className={`${css.small} ${css.reset}`}
            aria-label={`${field.label}: ${isOfFragment ? 'back to the fragment’s' : 'reset to inherited'}`}
            {...hint(
              isOfFragment
                ? 'Back to the fragment’s'
                : resetWords(props.field.responsive && state.breakpoint !== 'base', scope.baseLocale),
            )}
            onClick={state.reset}
          >
            <IconArrowBackUp size={14} stroke={1.75} aria-hidden />
          </IconButton>
        )}
        {scope.opening && isTop && isSeen && (
          <OpenSwitch label={field.label} name={field.name} opening={scope.opening} />
        )}
        {field.responsive && isSeen && <WidthSwitch label={field.label} state={state} />}
      </div>
    </div>
  );
}

/** Whether pages that show the fragment may set this themselves. */
function OpenSwitch({ label, name, opening }: { label: string; name: string; opening: Opening }) {
  const isOpen = opening.open.has(name);
  const Icon = isOpen ? IconLockOpen : IconLock;
  return (
    <IconButton
      className={`${css.small} ${css.open}`}
      aria-label={`${label}: open for pages that use it`}
      aria-pressed={isOpen}
      {...hint(
        isOpen
          ? 'Open: each page that uses this fragment may set it. Press to close it.'
          : 'Open it for pages that use this fragment',
      )}
      onClick={() => opening.set(name, !isOpen)}
    >
      <Icon size={14} stroke={1.75} aria-hidden />
    </IconButton>
  );
}

function Count({ length, most }: { length: number; most: number }) {
  return (
    <span
      className={css.count}
      data-over={length > most || undefined}
      data-near={length > most * 0.8 || undefined}
    >
      <span aria-hidden>
        {length}/{most}
      </span>
    </span>
  );
}

function Origin({ state, id, isMissing }: { state: FieldState; id: string; isMissing: boolean }) {
  const scope = useFieldScope();
  if (state.origin.kind !== 'inherited') return null;
  const words = originWords(state.origin);
  const why = isMissing
    ? `Not translated: readers in ${localeName(scope.locale)} get the ${localeName(state.origin.locale ?? scope.baseLocale)} one. What you enter here is for them.`
    : `Nothing of its own at this width: the value of ${widthNames[state.origin.breakpoint ?? 'base']} holds.`;
  return (
    <span id={id} className={css.mark} data-kind={isMissing ? 'missing' : 'inherited'} {...hint(why)}>
      {words}
    </span>
  );
}

function ownWords(locale: string, baseLocale: string, isOutdated: boolean): string {
  return isOutdated
    ? `The ${localeName(baseLocale)} text has changed since this was translated.`
    : `Its own value in ${localeName(locale)}.`;
}

function resetWords(isWidth: boolean, baseLocale: string): string {
  return isWidth ? 'Remove the value of this width' : `Back to the ${localeName(baseLocale)} one`;
}
