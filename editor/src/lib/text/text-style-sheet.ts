/** Looks that a text needs while it is written in, in a page that knows nothing of the editor. */
const rules = `
.vt-text-underline { text-decoration: underline; }
.vt-text-strikethrough { text-decoration: line-through; }
.vt-text-underline-strikethrough { text-decoration: underline line-through; }
.vt-text-nested { list-style-type: none; }
.vt-text-nested::marker { content: none; }
[data-vt-placeholder]::before {
  content: attr(data-vt-placeholder);
  float: inline-start;
  block-size: 0;
  opacity: 0.55;
  pointer-events: none;
}`;

/** Adds them to a document; gives back what takes them away. */
export function adoptTextStyles(target: Document): () => void {
  const sheet = new target.defaultView!.CSSStyleSheet();
  sheet.replaceSync(rules);
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
  return () => {
    target.adoptedStyleSheets = target.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
