import type { PageInYdoc } from '@vitrine/content/collab';
import { useEffect, useRef, useState } from 'react';
import { type MountedRichText, mountRichText } from '../mount-rich-text.ts';
import type { TextFormat } from '../text-format.ts';
import type { TextAwareness } from '../text-presence.ts';
import type { TextUndo } from '../text-undo.ts';
import type { LinkForm } from './link-form.ts';
import css from './rich-text-field.module.css';
import { RichTextToolbar } from './rich-text-toolbar.tsx';

export interface RichTextFieldProps {
  readonly page: Pick<PageInYdoc, 'doc' | 'richText'>;
  readonly id: string;
  /** Of a value that exists: the field would make one of its own by being there. */
  readonly path: string;
  readonly label: string;
  readonly undo: TextUndo;
  readonly awareness?: TextAwareness;
  /** Asks where a link leads. Default: a field for an address. */
  readonly LinkForm?: LinkForm;
  readonly placeholder?: string;
  readonly lang?: string;
  readonly formats?: ReadonlySet<TextFormat>;
}

/** A rich text in the property panel: the same words as on the canvas, with the same keys and buttons. */
export function RichTextField(props: RichTextFieldProps) {
  const { page, id, path, label, undo, awareness, formats } = props;
  const host = useRef<HTMLDivElement>(null);
  const carets = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<MountedRichText>();
  // Only what the words are makes a new editor: a caller may write the others anew in every render.
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const mounted = mountRichText({
      host: host.current!,
      element: page.richText(id, path),
      doc: page.doc,
      undo,
      awareness,
      caretPlace: carets.current!,
      formats,
      label,
      placeholder: latest.current.placeholder,
      lang: latest.current.lang,
      onExit: () => host.current?.blur(),
    });
    setText(mounted);
    return () => {
      setText(undefined);
      mounted.destroy();
    };
  }, [page, id, path, undo, awareness, formats, label]);

  return (
    <div className={css.field}>
      {text ? (
        <RichTextToolbar text={text} placement="docked" label={label} LinkForm={props.LinkForm} />
      ) : (
        <div className={css.waiting} />
      )}
      <div className={css.sheet}>
        <div ref={host} className={css.words} />
        <div ref={carets} className={css.carets} aria-hidden />
      </div>
    </div>
  );
}
