import { ActionIcon } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import type { Link } from '@vitrine/modules';
import { useState } from 'react';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import type { Manner } from './gestures.ts';
import { LinkKindSwitch } from './link-kind-switch.tsx';
import { LinkTarget } from './link-target.tsx';
import pickCss from './picker.module.css';

export function LinkControl(props: ControlProps<Link>) {
  const { value, onChange, isReadOnly, field } = props;
  // A kind that was chosen but has no target yet is no link, and is not written.
  const [pending, setPending] = useState<Link['kind']>();
  const [left, setLeft] = useState<Partial<Record<Link['kind'], Link>>>({});
  const kind = pending ?? value?.kind;

  if (!kind) {
    return (
      <button
        type="button"
        id={props.id}
        className={pickCss.choose}
        disabled={isReadOnly}
        aria-labelledby={`${props.labelId} ${props.id}`}
        aria-describedby={props.describedBy}
        data-invalid={props.isInvalid || undefined}
        onClick={() => setPending('page')}
      >
        <IconLink size={16} stroke={1.5} aria-hidden />
        {props.isMixed ? mixedWords : isReadOnly ? 'No link' : 'Add a link'}
      </button>
    );
  }

  const change = (next: Link | undefined, manner?: Manner) => {
    setPending(undefined);
    onChange(next, manner);
  };
  const changeKind = (chosen: Link['kind']) => {
    if (value) setLeft({ ...left, [value.kind]: value });
    const before = chosen === value?.kind ? value : left[chosen];
    if (before) change(before);
    else setPending(chosen);
  };
  const target = value?.kind === kind ? value : undefined;
  return (
    <fieldset
      className={css.group}
      aria-labelledby={props.labelId}
      aria-describedby={props.describedBy}
      data-inherited={props.isInherited || undefined}
    >
      <div className={css.row}>
        <LinkKindSwitch kind={kind} onChange={changeKind} isReadOnly={isReadOnly} />
        {!isReadOnly && !field.required && (
          <ActionIcon
            className={css.action}
            variant="subtle"
            size="sm"
            aria-label="Remove the link"
            onClick={() => change(undefined)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <LinkTarget
        key={kind}
        kind={kind}
        link={target}
        onChange={change}
        id={props.id}
        labelId={props.labelId}
        isReadOnly={isReadOnly}
        isInvalid={props.isInvalid}
      />
    </fieldset>
  );
}
