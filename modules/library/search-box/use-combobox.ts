import { type FocusEvent, type InputHTMLAttributes, type KeyboardEvent, useState } from 'react';

/** Keyboard and announcements of a text field with a list of links below it, after the ARIA combobox pattern. */
export interface Combobox {
  readonly listId: string;
  readonly open: boolean;
  /** Index of the link the arrow keys stand on; -1 = the field itself. */
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly inputProps: (expanded: boolean) => InputHTMLAttributes<HTMLInputElement>;
  readonly show: () => void;
  readonly leave: (event: FocusEvent<HTMLElement>) => void;
}

export function useCombobox(listId: string): Combobox {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const optionId = (index: number) => `${listId}-${index}`;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const options = document.querySelectorAll<HTMLAnchorElement>(`[id="${listId}"] [role=option]`);
    if (event.key === 'Escape') {
      // The first press closes the list, the next one empties the field as browsers do.
      if (open) event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      const places = options.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      options[active]?.click();
    }
  };

  return {
    listId,
    open,
    active,
    optionId,
    inputProps: (expanded) => ({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': expanded,
      'aria-controls': listId,
      'aria-activedescendant': expanded && active >= 0 ? optionId(active) : undefined,
      onKeyDown,
      onFocus: () => setOpen(true),
    }),
    show: () => {
      setOpen(true);
      setActive(-1);
    },
    leave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
    },
  };
}
