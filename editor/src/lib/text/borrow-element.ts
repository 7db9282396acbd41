/**
 * Sets attributes of an element that belongs to a page; gives back what puts them, those of `others` and the style back as they
 * were. A value that is `undefined` is left alone.
 */
export function borrowElement(
  element: HTMLElement,
  attributes: Readonly<Record<string, string | undefined>>,
  others: readonly string[] = [],
): () => void {
  const before = [...Object.keys(attributes), ...others].map(
    (name) => [name, element.getAttribute(name)] as const,
  );
  const hadStyle = element.hasAttribute('style');
  const style = element.style.cssText;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  return () => {
    for (const [name, value] of before) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    // By way of the object: a page's security policy may forbid style attributes.
    element.style.cssText = style;
    if (!hadStyle) element.removeAttribute('style');
  };
}
