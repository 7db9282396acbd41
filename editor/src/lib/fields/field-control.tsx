import type { Json } from '@vitrine/content';
import { later, Unseen } from '@vitrine/ui';
import { memo, useId } from 'react';
import './field-colours.css';
import css from './field-control.module.css';
import { FieldHead } from './field-head.tsx';
import { type FieldProps, useFieldScope } from './field-scope.tsx';
import { waiting } from './late-controls.tsx';
import { ObjectControl } from './object-control.tsx';
import { useField } from './use-field.ts';
import { ValueControl } from './value-control.tsx';

const ListControl = later(async () => (await import('./list-control.tsx')).ListControl, waiting);
const RichTextControl = later(async () => (await import('./rich-text-control.tsx')).RichTextControl, waiting);

/**
 * One field of the instances of the panel around it: label, marks, control, help and problem. Listens to the document by itself and
 * renders again only when its own value changes.
 */
export const FieldControl = memo(function FieldControl(props: FieldProps) {
  const { field, isLabelHidden = false } = props;
  const scope = useFieldScope();
  const state = useField(props);
  const id = useId();
  const isReadOnly = (props.isReadOnly ?? false) || scope.isReadOnly;
  const isInherited = state.origin.kind === 'inherited';
  const labelId = `${id}-label`;
  const helpId = `${id}-help`;
  const problemId = `${id}-problem`;
  const originId = `${id}-origin`;
  const described = [isInherited && originId, field.help && helpId, state.problem && problemId].filter(
    Boolean,
  );
  const shared = {
    id,
    labelId,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    isInvalid: state.problem !== undefined,
    isReadOnly,
    isInherited,
  };
  const isFlat = field.kind === 'boolean';
  const head = <FieldHead {...props} state={state} isReadOnly={isReadOnly} ids={{ id, labelId, originId }} />;
  return (
    <div className={css.field} data-kind={field.kind} data-field={state.path} data-flat={isFlat || undefined}>
      {isLabelHidden ? <Unseen>{head}</Unseen> : head}
      {field.kind === 'list' ? (
        <ListControl {...shared} field={field} state={state} Field={FieldControl} />
      ) : field.kind === 'object' ? (
        <ObjectControl {...shared} field={field} state={state} Field={FieldControl} />
      ) : field.kind === 'rich-text' ? (
        <RichTextControl {...shared} field={field} state={state} />
      ) : (
        <ValueControl
          {...shared}
          field={field}
          value={state.value}
          isMixed={state.isMixed}
          onChange={(value, manner) => state.write(value as Json | undefined, manner)}
        />
      )}
      {field.help && (
        <div id={helpId} className={css.help}>
          {field.help}
        </div>
      )}
      {state.problem && (
        <div id={problemId} className={css.problem}>
          {state.problem}
        </div>
      )}
    </div>
  );
});
