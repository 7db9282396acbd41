import type { BindingV2 } from '@lexical/yjs';
import type { LexicalEditor } from 'lexical';

interface MountCaretsOptions {
  readonly binding: BindingV2;
  readonly editor: LexicalEditor;
  readonly draw: () => void;
}

/** A place for the carets of others above the text, in the document the text is in. */
export function mountCarets({ binding, editor, draw }: MountCaretsOptions): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    const { ownerDocument } = root;
    // Lexical measures against the offset parent of the container: the outer one is that, with its corner in the page's.
    const corner = ownerDocument.createElement('div');
    corner.style.cssText =
      'position:absolute;inset-block-start:0;inset-inline-start:0;inline-size:0;block-size:0;z-index:2147483000';
    corner.setAttribute('aria-hidden', 'true');
    const container = corner.appendChild(ownerDocument.createElement('div'));
    ownerDocument.body.append(corner);
    binding.cursorsContainer = container;
    const view = ownerDocument.defaultView!;
    const size = new view.ResizeObserver(draw);
    size.observe(root);
    size.observe(ownerDocument.body);
    draw();
    return () => {
      size.disconnect();
      corner.remove();
      binding.cursors.clear();
      binding.cursorsContainer = null;
    };
  });
}
