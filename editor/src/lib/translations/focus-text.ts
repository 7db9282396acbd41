/** A button that goes away with what it did hands the keyboard to the text it was about. */
export function focusText(button: HTMLElement): void {
  const text = button
    .closest('fieldset')
    ?.querySelector<HTMLElement>(
      ':scope > :last-child :is(input, textarea, [contenteditable="true"], button)',
    );
  text?.focus();
}
