import { Combobox, Loader, useCombobox } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { type ComponentProps, type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { type HitFace, HitView } from './hit-view.tsx';
import css from './picker.module.css';
import { useSearch } from './use-search.ts';

export interface PickerProps<H> {
  readonly search: (q: string, signal: AbortSignal) => Promise<readonly H[]>;
  readonly faceOf: (hit: H) => HitFace;
  readonly onPick: (hit: H) => void;
  /** Keys with a tick. */
  readonly chosen: readonly string[];
  /** Several, for the words: `products`. */
  readonly noun: string;
  readonly isReadOnly: boolean;
  /** Stays open after a choice, for choosing several. Default false. */
  readonly keepsOpen?: boolean;
  /** The button that opens it; spread what it is given. */
  readonly button: (opening: PickOpening) => ReactElement;
  /** Of the box around the button, below which the search opens. */
  readonly box?: ComponentProps<'div'>;
  /** In the box beside the button. */
  readonly beside?: ReactNode;
}

export interface PickOpening {
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'listbox';
  readonly 'aria-expanded': boolean;
}

/** A button that opens a search in the catalogue. */
export function Picker<H>(props: PickerProps<H>) {
  const { search, faceOf, onPick, chosen, noun, keepsOpen } = props;
  const [q, setQ] = useState('');
  // Enter pressed before the answer to what was typed came: the first of the answer is meant, not of the list before.
  const [isFirstWanted, setFirstWanted] = useState(false);
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: (source) => {
      combobox.resetSelectedOption();
      setQ('');
      setFirstWanted(false);
      if (source !== 'unknown') combobox.focusTarget();
    },
  });
  const isOpen = combobox.dropdownOpened;
  const found = useSearch({ search, q, isOpen });
  const { selectFirstOption, resetSelectedOption } = combobox;

  const pick = (hit: H | undefined) => {
    if (hit) onPick(hit);
    if (!keepsOpen) combobox.closeDropdown('keyboard');
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on an answer, not on new functions.
  useEffect(() => {
    if (!isOpen) return;
    if (found.kind !== 'found') return resetSelectedOption();
    if (isFirstWanted && found.hits.length > 0) pick(found.hits[0]);
    else selectFirstOption();
    setFirstWanted(false);
  }, [isOpen, found.kind]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => pick(found.hits.find((hit) => faceOf(hit).key === key))}
      readOnly={props.isReadOnly}
      size="xs"
      shadow="md"
      width={288}
      position="bottom-end"
      middlewares={{ flip: { padding: 8 }, shift: { padding: 8 }, size: { padding: 8, apply: fitInto } }}
      transitionProps={{ duration: 0 }}
    >
      <Combobox.DropdownTarget>
        <div {...props.box}>
          <Combobox.EventsTarget targetType="button" withAriaAttributes={false}>
            {props.button({
              onClick: () => props.isReadOnly || combobox.toggleDropdown('mouse'),
              'aria-haspopup': 'listbox',
              'aria-expanded': isOpen,
            })}
          </Combobox.EventsTarget>
          {props.beside}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={css.dropdown}>
        <Combobox.Search
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value);
            setFirstWanted(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found.kind === 'searching') setFirstWanted(true);
          }}
          aria-label={`Search ${noun}`}
          placeholder={`Search ${noun}`}
          leftSection={<IconSearch size={14} stroke={1.5} aria-hidden />}
          rightSection={found.kind === 'searching' ? <Loader size={12} /> : undefined}
        />
        <Combobox.Options className={css.options} aria-label={noun}>
          {found.hits.map(faceOf).map((face) => (
            <Combobox.Option
              key={face.key}
              value={face.key}
              selected={chosen.includes(face.key)}
              className={css.option}
            >
              <HitView face={face} />
              {chosen.includes(face.key) && <IconCheck size={14} className={css.tick} aria-hidden />}
            </Combobox.Option>
          ))}
        </Combobox.Options>
        <div
          className={css.state}
          role="status"
          data-kind={found.kind}
          data-empty={found.hits.length === 0 || undefined}
        >
          {found.kind === 'failed' ? (
            <>
              The catalogue does not answer.{' '}
              <button type="button" className={css.again} onClick={found.retry}>
                Try again
              </button>
            </>
          ) : (
            wordsFor(found.kind, found.hits.length, { q: q.trim(), noun })
          )}
        </div>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The list is as high as there is room for it. */
function fitInto({ availableHeight, elements }: Room): void {
  elements.floating.style.setProperty('--picker-room', `${Math.floor(availableHeight)}px`);
}

interface Room {
  readonly availableHeight: number;
  readonly elements: { readonly floating: HTMLElement };
}

function wordsFor(
  kind: 'searching' | 'found',
  count: number,
  { q, noun }: { q: string; noun: string },
): string | undefined {
  if (kind === 'searching') return count === 0 ? 'Searching …' : undefined;
  if (count > 0) return undefined;
  return q === '' ? `There are no ${noun} yet.` : `No ${noun} for “${q}”. Try fewer or other words.`;
}
