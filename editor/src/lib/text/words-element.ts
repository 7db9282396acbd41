export interface WordsElement {
  /** The element to write in: the host, or a span made around its words. */
  readonly words: HTMLElement;
  release(): void;
}

/**
 * The element that holds nothing but the words of a host. Where the host also holds an icon or the like, a span is put around the
 * words for as long as they are written in.
 */
export function wordsElement(host: HTMLElement, text: string): WordsElement {
  if (host.childElementCount === 0) return { words: host, release() {} };
  const own = [...host.childNodes].filter((node) => node.nodeType === node.TEXT_NODE);
  const holder = own.find(({ nodeValue }) => nodeValue?.trim() === text.trim());
  if (!holder) {
    throw new Error(
      `mountPlainText expected <${host.localName}> to hold the text "${text.slice(0, 40)}" and found other elements instead. Hand in the element right around the words.`,
    );
  }
  const words = host.ownerDocument.createElement('span');
  holder.replaceWith(words);
  words.append(holder);
  return {
    words,
    release: () => words.replaceWith(...words.childNodes),
  };
}
