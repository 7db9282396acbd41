import type { BindingV2 } from '@lexical/yjs';
import type { LexicalEditor } from 'lexical';

interface MountCaretsOptions {
  readonly binding: BindingV2;
  readonly editor: LexicalEditor;
  readonly draw: () => void;
  /** A positioned element that lies over the text. Default: the corner of the page. */
  readonly place?: HTMLElement;
}

/** A place for the carets of others above the text, in the document the text is in. */
export function mountCarets({ binding, editor, draw, place }: MountCaretsOptions): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    const { ownerDocument } = root;
    const corner = place ?? cornerOf(ownerDocument);
    // Lexical measures against the offset parent of the container: the outer one is that.
    const container = corner.appendChild(ownerDocument.createElement('div'));
    binding.cursorsContainer = container;
    const view = ownerDocument.defaultView!;
    const size = new view.ResizeObserver(draw);
    size.observe(root);
    size.observe(ownerDocument.body);
    root.addEventListener('scroll', draw, { passive: true });
    draw();
    return () => {
      size.disconnect();
      root.removeEventListener('scroll', draw);
      container.remove();
      if (!place) corner.remove();
      binding.cursors.clear();
      binding.cursorsContainer = null;
    };
  });
}

/** Has its corner in that of the page, and no size. */
function cornerOf({ body }: Document): HTMLElement {
  const corner = body.ownerDocument.createElement('div');
  corner.style.cssText =
    'position:absolute;inset-block-start:0;inset-inline-start:0;inline-size:0;block-size:0;z-index:2147483000';
  corner.setAttribute('aria-hidden', 'true');
  return body.appendChild(corner);
}
