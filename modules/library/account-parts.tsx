import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';
import type { SentForm } from './account-form.ts';
import type { Say } from './checkout-parts.tsx';

type Styles = Readonly<Record<string, string | undefined>>;

/** What the fields of one form are made with. `styles` come from a style sheet that imports `account-parts.css`. */
export interface FormTools {
  /** Begins the ids of its fields. */
  readonly id: string;
  readonly sent: SentForm;
  readonly styles: Styles;
  /** `problem.<field>.<what>` or `problem.<what>`, and `optional`. */
  readonly t: Say;
}

/** A label, its field, and what is wrong with it. The first field of a form that could not be taken has the focus. */
export function FormField({
  tools,
  name,
  label,
  stored,
  width,
  optional,
  hint,
  ...input
}: {
  tools: FormTools;
  name: string;
  label: string;
  stored?: string | undefined;
  /** Of a row. Default: all of it. */
  width?: 'half' | 'third' | 'two-thirds';
  optional?: boolean;
  /** A sentence below the field, as long as nothing is wrong with it. */
  hint?: string;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'minLength' | 'autoCapitalize'
>): ReactElement {
  const { sent, styles, t } = tools;
  const id = `${tools.id}-${name}`;
  const problem = sent.problems[name];
  return (
    <div className={styles.field} data-width={width}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> {t('optional')}</span>}
      </label>
      <input
        className="vt-field"
        id={id}
        name={name}
        type="text"
        maxLength={200}
        defaultValue={input.type === 'password' ? undefined : (sent.values[name] ?? stored)}
        required={!optional}
        aria-describedby={problem ? `${id}-problem` : hint && `${id}-hint`}
        aria-invalid={problem ? true : undefined}
        // biome-ignore lint/a11y/noAutofocus: the first field that could not be taken.
        autoFocus={problem !== undefined && Object.keys(sent.problems)[0] === name}
        {...input}
      />
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {t(`problem.${name}.${problem}`)}
        </p>
      )}
      {hint && !problem && (
        <p className={styles.soft} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A page of the account with its title. */
export function AccountSection({
  id,
  title,
  intro,
  styles,
  children,
}: {
  id: string;
  title: string;
  intro?: string | undefined;
  styles: Styles;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <h1 className={styles.title} id={`${id}-title`}>
        {title}
      </h1>
      {intro && <p className={styles.intro}>{intro}</p>}
      {children}
    </section>
  );
}

/** A part of a page of the account with a title of its own. */
export function AccountPart({
  id,
  title,
  styles,
  children,
}: {
  id: string;
  title: string;
  styles: Styles;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 className={styles.partTitle} id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
