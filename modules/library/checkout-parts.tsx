import type { CheckoutAnswer } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';
import type { checkoutContact } from './checkout-contact/checkout-contact.module.ts';

type Styles = Readonly<Record<string, string | undefined>>;
/** Of any module: only `problem.…` and `optional` are said here. */
export type Say = ModuleProps<typeof checkoutContact>['t'];

/**
 * One section of the checkout's form. `styles` come from a style sheet that imports `checkout-parts.css`. `data-section` is what the
 * island saves when it is left; with `live` a fresh copy from the server takes its place.
 */
export function CheckoutPart({
  id,
  title,
  live,
  styles,
  children,
}: {
  id: string;
  title: string;
  live?: boolean;
  styles: Styles;
  children: ReactNode;
}): ReactElement {
  return (
    <section
      className={styles.part}
      id={id}
      aria-labelledby={`${id}-title`}
      data-section=""
      data-live={live ? '' : undefined}
    >
      <h2 className={styles.partTitle} id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What the fields of a section are made with. */
export interface FieldTools {
  readonly id: string;
  readonly page: CheckoutAnswer;
  readonly styles: Styles;
  readonly t: Say;
}

/** What stands in a field: what was typed last, else what the checkout holds. */
export function valueIn(page: CheckoutAnswer, name: string, stored: string | undefined): string {
  return page.typed[name] ?? stored ?? '';
}

/** A label, its field, and what is wrong with it. */
export function TextField({
  tools,
  name,
  label,
  stored,
  width,
  optional,
  hint,
  ...input
}: {
  tools: FieldTools;
  /** Of the form, for example `contact.email`. */
  name: string;
  label: string;
  stored: string | undefined;
  /** Of a row. Default: half of it, on a phone all of it. */
  width?: 'row' | 'third' | 'two-thirds';
  optional?: boolean;
  /** A sentence below the field, as long as nothing is wrong with it. */
  hint?: string;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'autoCapitalize' | 'enterKeyHint'
>): ReactElement {
  const { page, styles, t } = tools;
  const id = fieldId(name);
  return (
    <div className={styles.field} id={`${id}-field`} data-live="" data-width={width}>
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
        defaultValue={valueIn(page, name, stored)}
        required={!optional}
        aria-describedby={hint && `${id}-hint`}
        {...input}
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

/** Attributes of a field that could not be taken; the first of the page has the focus. */
export function problemProps(tools: FieldTools, name: string) {
  const { page } = tools;
  if (!(name in page.problems)) return {};
  return {
    'aria-invalid': true,
    'aria-describedby': `${fieldId(name)}-problem`,
    autoFocus: page.first === name,
  } as const;
}

/** What is wrong with a field; nothing when nothing is. */
export function Problem({ tools, name }: { tools: FieldTools; name: string }): ReactElement | null {
  const { page, styles, t } = tools;
  const problem = page.problems[name];
  if (problem === undefined) return null;
  return (
    <p className={styles.problem} id={`${fieldId(name)}-problem`}>
      {t(problem === 'long' ? 'problem.long' : `problem.${name}`)}
    </p>
  );
}

/** The shop sends a browser back to the field it is about by this name: it is that of the form, whatever the section is called. */
export function fieldId(name: string): string {
  return `field-${name.replace('.', '-')}`;
}
