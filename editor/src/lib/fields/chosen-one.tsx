import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import controlCss from './control.module.css';
import { type HitFace, HitView } from './hit-view.tsx';
import css from './picker.module.css';
import { Picker } from './picker.tsx';

export interface ChosenOneProps<H> {
  readonly search: (q: string, signal: AbortSignal) => Promise<readonly H[]>;
  readonly faceOf: (hit: H) => HitFace;
  /** What is chosen, `undefined` = nothing. */
  readonly face: HitFace | undefined;
  readonly onPick: (hit: H) => void;
  readonly onClear?: () => void;
  /** One and several: `product`, `products`. */
  readonly noun: string;
  readonly nouns: string;
  readonly icon: ReactNode;
  /** Instead of "Choose a …". */
  readonly emptyWords?: string;
  readonly id: string;
  readonly labelId: string;
  readonly describedBy?: string;
  readonly isReadOnly: boolean;
  readonly isInvalid?: boolean;
  readonly isInherited?: boolean;
}

/** A card with what is chosen; pressing it searches for another. */
export function ChosenOne<H>(props: ChosenOneProps<H>) {
  const { face, noun, isReadOnly, isInvalid, id, labelId } = props;
  const named = { id, 'aria-labelledby': `${labelId} ${id}`, 'aria-describedby': props.describedBy };
  const clear = props.onClear && face && !isReadOnly && (
    <ActionIcon
      className={`${css.clear} ${controlCss.action}`}
      variant="subtle"
      size="sm"
      aria-label={`Remove ${face.title}`}
      onClick={props.onClear}
    >
      <IconX size={14} aria-hidden />
    </ActionIcon>
  );
  return (
    <Picker
      search={props.search}
      faceOf={props.faceOf}
      onPick={props.onPick}
      chosen={face ? [face.key] : []}
      noun={props.nouns}
      isReadOnly={isReadOnly}
      box={
        face &&
        ({
          className: css.card,
          'data-read-only': isReadOnly || undefined,
          'data-inherited': props.isInherited || undefined,
          'data-invalid': isInvalid || undefined,
        } as ComponentProps<'div'>)
      }
      button={(opening) =>
        face ? (
          <button {...named} {...opening} type="button" className={css.open} aria-disabled={isReadOnly}>
            <HitView face={face} />
          </button>
        ) : (
          <button
            {...named}
            {...opening}
            type="button"
            className={css.choose}
            disabled={isReadOnly}
            data-invalid={isInvalid || undefined}
          >
            {props.icon}
            {props.emptyWords ?? `Choose a ${noun}`}
          </button>
        )
      }
      beside={clear}
    />
  );
}
