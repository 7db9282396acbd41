import { IconPencil } from '@tabler/icons-react';
import { type FieldDescription, sanitiseHtml } from '@vitrine/modules';
import { useState } from 'react';
import { mixedWords } from './control.ts';
import { useFieldScope } from './field-scope.tsx';
import { useFieldTools } from './field-tools.tsx';
import { localeName } from './field-words.ts';
import pickCss from './picker.module.css';
import css from './rich-text-control.module.css';
import type { FieldState } from './use-field.ts';

/**
 * The editor for a text that exists. One that is inherited or absent is only shown: the editor would make a value of its own by
 * being there.
 */
export function RichTextControl(props: {
  field: FieldDescription;
  state: FieldState;
  id: string;
  labelId: string;
  describedBy: string | undefined;
  isReadOnly: boolean;
  isInherited: boolean;
}) {
  const { field, state, isReadOnly, isInherited } = props;
  const { page, ids, locale } = useFieldScope();
  const { RichText } = useFieldTools();
  const [isBegun, setBegun] = useState(false);
  const [id] = ids;
  const html = typeof state.value === 'string' ? state.value : '';
  if (state.isMixed || ids.length > 1) {
    return (
      <Preview {...props} html={html}>
        {state.isMixed ? `${mixedWords}. ` : ''}Select one instance to edit formatted text.
      </Preview>
    );
  }
  if (isReadOnly) return <Preview {...props} html={html} />;
  if (id !== undefined && state.origin.kind === 'own') {
    return (
      <div ref={isBegun ? takeCaret : undefined}>
        <RichText page={page} id={id} path={state.path} label={field.label} />
      </div>
    );
  }
  return (
    <Preview {...props} html={html}>
      <button
        type="button"
        id={props.id}
        className={html === '' ? pickCss.choose : css.begin}
        aria-describedby={props.describedBy}
        onClick={() => {
          setBegun(true);
          state.write(html);
        }}
      >
        <IconPencil size={16} stroke={1.5} aria-hidden />
        {isInherited ? `Write it in ${localeName(locale)}` : 'Write a text'}
      </button>
    </Preview>
  );
}

/** Who pressed a button to write goes on in the text, whose editor may still be on its way. */
function takeCaret(place: HTMLElement | null): (() => void) | undefined {
  if (!place) return undefined;
  const take = () => {
    const text = place.querySelector<HTMLElement>('[contenteditable="true"]');
    text?.focus();
    return text !== null;
  };
  if (take()) return undefined;
  const watch = new MutationObserver(() => take() && watch.disconnect());
  watch.observe(place, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['contenteditable'],
  });
  return () => watch.disconnect();
}

function Preview(props: { html: string; labelId: string; isInherited: boolean; children?: React.ReactNode }) {
  const { html, labelId, isInherited, children } = props;
  return (
    <fieldset
      className={css.preview}
      aria-labelledby={labelId}
      data-inherited={isInherited || undefined}
      data-empty={html === '' || undefined}
    >
      {html !== '' && (
        <div
          className={css.text}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: only what the sanitiser wrote anew.
          dangerouslySetInnerHTML={{ __html: sanitiseHtml(html).html }}
        />
      )}
      {children && <div className={css.below}>{children}</div>}
    </fieldset>
  );
}
