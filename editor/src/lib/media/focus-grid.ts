/** Puts the focus on the tile the grid is entered by. */
export function focusGrid(from: Element): void {
  const dialog = from.closest('[role=dialog]');
  dialog?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();
}
