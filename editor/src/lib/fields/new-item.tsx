import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Json } from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import { useEffect, useId, useMemo, useRef } from 'react';
import css from './control.module.css';
import rowCss from './rows.module.css';
import { ValueControl } from './value-control.tsx';

/** The place of an item for which something must be chosen before it can be kept, for example a product. */
export function NewItem(props: {
  item: FieldDescription;
  onChoose: (value: Json) => void;
  onCancel: () => void;
}) {
  const { item, onChoose, onCancel } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useMemo(() => ({ ...item, required: true }), [item]);
  useEffect(() => box.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  return (
    <div className={rowCss.row}>
      <div className={rowCss.head}>
        <span id={`${id}-label`} hidden>
          {item.label}
        </span>
        <div className={rowCss.inline} ref={box}>
          <ValueControl
            field={field}
            value={undefined}
            onChange={(value) => value !== undefined && onChoose(value as Json)}
            id={id}
            labelId={`${id}-label`}
            describedBy={undefined}
            isInvalid={false}
            isReadOnly={false}
            isInherited={false}
            isMixed={false}
          />
        </div>
        <ActionIcon
          className={css.action}
          variant="subtle"
          size="sm"
          aria-label="Do not add one"
          onClick={onCancel}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
