import { LinkNode } from '@lexical/link';
import { $createListItemNode, $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  type EditorThemeClasses,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';

/** What a rich text may hold beside paragraphs, words and line breaks. */
export const richTextNodes: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
];

/** Lexical shows these by class only; `text-style-sheet.ts` gives the classes their look. */
export const richTextTheme: EditorThemeClasses = {
  text: {
    underline: 'vt-text-underline',
    strikethrough: 'vt-text-strikethrough',
    underlineStrikethrough: 'vt-text-underline-strikethrough',
  },
  list: { nested: { listitem: 'vt-text-nested' } },
};

/** Keeps what Lexical makes of list items fit for a page that several people change. */
export function tidyListItems(editor: LexicalEditor): () => void {
  return mergeRegister(
    // The browser counts items itself; Lexical's numbers are wrong after somebody else put one in between.
    editor.registerMutationListener(ListItemNode, (changes) => {
      for (const key of changes.keys()) editor.getElementByKey(key)?.removeAttribute('value');
    }),
    // Two people at one item, one writing and one moving it in, leave words beside the inner list: Lexical knows only items
    // of either.
    editor.registerNodeTransform(ListItemNode, (item) => {
      const children = item.getChildren();
      const lists = children.filter($isListNode);
      if (lists.length === 0 || lists.length === children.length) return;
      for (const list of lists.reverse()) item.insertAfter($createListItemNode().append(list));
    }),
  );
}
