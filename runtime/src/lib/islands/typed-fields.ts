type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what a person typed, chose and opened while React takes the fields of an island over: the fields are given back what the server
 * rendered, and the function returned puts the person's input in again as if it were typed now. Call both in one task.
 */
export function keepTypedFields(
  island: Element,
  /** What was clicked open or shut, and whether the server rendered it open. */
  rendered: WeakMap<HTMLDetailsElement, boolean>,
): () => void {
  const { activeElement } = document;
  const changes = [...island.querySelectorAll<Field>('input, textarea, select')].flatMap((field) => {
    const change = isTicked(field) ? keepTick(field) : keepValue(field);
    return change ? [change] : [];
  });
  const opened = [...island.querySelectorAll('details')].filter((each) => {
    const before = rendered.get(each) ?? each.open;
    const isChanged = each.open !== before;
    each.open = before;
    return isChanged;
  });
  return () => {
    for (const putBack of changes) putBack();
    for (const details of opened) details.open = !details.open;
    if (activeElement instanceof HTMLElement && island.contains(activeElement)) activeElement.focus();
  };
}

function isTicked(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}

function keepTick(field: HTMLInputElement): (() => void) | undefined {
  const { checked } = field;
  if (checked === field.defaultChecked) return undefined;
  field.checked = field.defaultChecked;
  // A radio button that lost its mark gets the message from the one that won it.
  return () => {
    if (field.isConnected && field.checked !== checked && (checked || field.type === 'checkbox'))
      field.click();
  };
}

function keepValue(field: Field): (() => void) | undefined {
  if (field.type === 'hidden' || field.type === 'file') return undefined;
  const { value } = field;
  const rendered = renderedValue(field);
  if (value === rendered) return undefined;
  const selection =
    'selectionStart' in field ? ([field.selectionStart, field.selectionEnd] as const) : undefined;
  setNatively(field, rendered);
  return () => {
    if (!field.isConnected) return;
    setNatively(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    if (selection && selection[0] !== null && field === document.activeElement)
      (field as HTMLInputElement).setSelectionRange(...selection);
  };
}

function renderedValue(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const option = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
  return option?.value ?? '';
}

// React watches assignments to `value` on the element itself; the prototype's setter passes by unnoticed, and the event that
// follows then counts as typing.
function setNatively(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
}
