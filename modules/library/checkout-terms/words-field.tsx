import type { ReactElement } from 'react';
import { type FieldTools, fieldId, Problem, problemProps, valueIn } from '../checkout-parts.tsx';

/** Room for a few sentences, which nobody has to write. */
export function WordsField({
  tools,
  name,
  most,
  stored,
  hint,
}: {
  tools: FieldTools;
  name: string;
  /** Characters. */
  most: number;
  stored: string | undefined;
  /** A sentence below the field, as long as nothing is wrong with it. */
  hint?: string;
}): ReactElement {
  const { page, styles, t } = tools;
  const id = fieldId(name);
  return (
    <div className={styles.field} id={`${id}-field`} data-live="" data-width="row">
      <label htmlFor={id}>
        {t(name)}
        <span className={styles.optional}> {t('optional')}</span>
      </label>
      <textarea
        className="vt-field"
        id={id}
        name={name}
        rows={3}
        maxLength={most}
        inputMode="text"
        autoComplete="off"
        defaultValue={valueIn(page, name, stored)}
        aria-describedby={hint && `${id}-hint`}
        {...problemProps(tools, name)}
      />
      <Problem tools={tools} name={name} />
      {hint && !(name in page.problems) && (
        <p className={styles.soft} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
