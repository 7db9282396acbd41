import { NativeSelect } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import { anchorLine } from './anchor-words.ts';
import type { AnchorFacts } from './comment-facts.ts';
import css from './comments.module.css';
import { Composer } from './composer.tsx';
import { threadsOf, useThreads } from './threads-of.ts';
import { noWords } from './use-kept-words.ts';

/** A comment that begins a thread, and what it is about. */
export function NewComment({ anchor }: { anchor: AnchorFacts }) {
  const editor = useEditor();
  const threads = threadsOf(editor);
  const turn = useThreads((state) => state.turn);
  const choices = choicesFor(
    anchor,
    editor.describe(editor.page.node(anchor.node ?? '')?.type ?? '')?.fields ?? [],
  );
  const chosen = choices.findIndex((each) => JSON.stringify(each) === JSON.stringify(anchor));

  return (
    <section className={css.new} aria-label="New comment">
      <Composer
        what="new"
        first={noWords}
        anchor={anchor}
        label={`Comment on ${anchorLine(editor, anchor)}`}
        placeholder="Say what you think. @ mentions somebody."
        verb="Comment"
        caretOn={turn === 0 ? undefined : turn}
        onSend={({ thread, message }, words) =>
          threads.begin({ id: thread ?? message, message, anchor, words })
        }
        onOver={() => threads.state.set({ writing: undefined })}
      >
        <NativeSelect
          size="xs"
          label="About"
          value={String(chosen)}
          data={choices.map((each, index) => ({ value: String(index), label: anchorLine(editor, each) }))}
          onChange={(event) =>
            threads.state.set({ writing: choices[Number(event.currentTarget.value)] ?? {} })
          }
        />
      </Composer>
    </section>
  );
}

/** From what was meant to what is around it, and the other settings of the module. */
function choicesFor(
  anchor: AnchorFacts,
  fields: readonly { readonly name: string }[],
): readonly AnchorFacts[] {
  const { node, path, words } = anchor;
  if (node === undefined) return [{}];
  const settings = fields.map(({ name }) => ({ node, path: name })).filter((each) => each.path !== path);
  return [
    ...(words ? [anchor] : []),
    ...(path === undefined ? [] : [{ node, path }]),
    { node },
    {},
    ...settings,
  ];
}
