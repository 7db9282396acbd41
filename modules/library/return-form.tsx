import { type ReturnForm as Form, requestReturn } from '@vitrine/data-actions/library';
import { formatMoney, MutationForm } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { dayIn, nameOf, type Order, type OrderTools, type Progress } from './order-progress.tsx';

type Reason = Progress['returns'][number]['lines'][number]['reason'];

/** In the order they are offered; the compiler asks for a new one. */
const reasons = Object.keys({
  'does-not-fit': true,
  'not-as-described': true,
  damaged: true,
  'wrong-article': true,
  'too-late': true,
  'changed-mind': true,
  other: true,
} satisfies Record<Reason, true>);

/** Chooses pieces of an order that come back, why, and what is wanted instead of their money. `styles` come from a style sheet that imports `return-form.css`. */
export function ReturnForm({
  order,
  progress,
  form,
  openKey,
  here,
  done,
  tools,
}: {
  order: Order;
  progress: Progress;
  form: Form | undefined;
  /** What opens a guest's order. Absent = its customer is signed in. */
  openKey?: string | undefined;
  /** This page, and the order's. */
  here: string;
  done: string;
  tools: OrderTools;
}): ReactElement {
  const { id, styles, t } = tools;
  const { values = {}, problems = {} } = form?.sent ?? {};
  const day = dayIn(tools);
  const choices = new Map(form?.instead.map(({ lineId, variants }) => [lineId, variants]));
  const open = progress.returnable.filter(({ quantity }) => quantity > 0);
  const late = progress.returnable.filter(({ quantity, until }) => quantity === 0 && until);
  const first = Object.keys(problems)[0];
  const lateLines = late.map(({ lineId, until = '' }) => (
    <li key={lineId}>
      {nameOf(order, lineId)} <span className={styles.stepSoft}>{t('line-late', { date: day(until) })}</span>
    </li>
  ));
  if (open.length === 0)
    return (
      <div className={styles.returnForm}>
        <p>
          <strong>{t('nothing-returnable')}</strong>
        </p>
        {late.length > 0 ? (
          <ul>{lateLines}</ul>
        ) : (
          <p className={styles.stepSoft}>{t('nothing-returnable-text')}</p>
        )}
      </div>
    );
  return (
    <MutationForm
      mutation={requestReturn}
      values={{ _from: here, _key: form?.key, done, orderId: order.id, key: openKey }}
      className={styles.returnForm}
    >
      {problems.form && (
        <p className={styles.formProblem} id={`${id}-nothing`}>
          {t('problem.nothing')}
        </p>
      )}
      <ul className={styles.returnLines}>
        {open.map(({ lineId, quantity, until }) => {
          const name = nameOf(order, lineId);
          const [many, why, instead] = [`quantity.${lineId}`, `reason.${lineId}`, `instead.${lineId}`];
          const variants = choices.get(lineId) ?? [];
          // What was chosen and is gone by now must not come back as another choice.
          const kept = variants.some(({ variantId }) => variantId === values[instead]);
          const wrong = (field: string, what: string) =>
            problems[field] && {
              'aria-invalid': true,
              'aria-describedby': `${id}-${what}-${lineId}-problem`,
              autoFocus: first === field,
            };
          return (
            <li key={lineId} className={styles.returnLine}>
              <div className={styles.returnName}>
                <p>{name}</p>
                {until && <p className={styles.stepSoft}>{t('in-time', { date: day(until) })}</p>}
              </div>
              <div className={styles.returnField}>
                <label htmlFor={`${id}-many-${lineId}`}>{t('how-many')}</label>
                <select
                  className={`vt-field ${styles.many}`}
                  id={`${id}-many-${lineId}`}
                  name={many}
                  aria-label={`${t('how-many')}: ${name}`}
                  autoComplete="off"
                  defaultValue={chosen(values[many], quantity)}
                  {...wrong(many, 'many')}
                >
                  <option value="0">{t('none')}</option>
                  {Array.from({ length: quantity }, (_, at) => (
                    <option key={at + 1} value={at + 1}>
                      {at + 1}
                    </option>
                  ))}
                </select>
                {problems[many] && (
                  <p className={styles.formProblem} id={`${id}-many-${lineId}-problem`}>
                    {t(`problem.quantity.${problems[many]}`)}
                  </p>
                )}
              </div>
              <div className={styles.returnField} data-why="">
                <label htmlFor={`${id}-why-${lineId}`}>{t('why')}</label>
                <select
                  className="vt-field"
                  id={`${id}-why-${lineId}`}
                  name={why}
                  aria-label={`${t('why')}: ${name}`}
                  autoComplete="off"
                  defaultValue={values[why] ?? ''}
                  {...wrong(why, 'why')}
                >
                  <option value="">{t('choose-reason')}</option>
                  {reasons.map((reason) => (
                    <option key={reason} value={reason}>
                      {t(`reason.${reason}`)}
                    </option>
                  ))}
                </select>
                {problems[why] && (
                  <p className={styles.formProblem} id={`${id}-why-${lineId}-problem`}>
                    {t('problem.reason.missing')}
                  </p>
                )}
              </div>
              {(variants.length > 0 || problems[instead]) && (
                <div className={styles.returnField} data-why="" data-instead="">
                  <label htmlFor={`${id}-instead-${lineId}`}>{t('instead')}</label>
                  <select
                    className="vt-field"
                    id={`${id}-instead-${lineId}`}
                    name={instead}
                    aria-label={`${t('instead')}: ${name}`}
                    autoComplete="off"
                    defaultValue={kept ? values[instead] : ''}
                    {...wrong(instead, 'instead')}
                  >
                    <option value="">{t('instead.money')}</option>
                    {variants.map((variant) => (
                      <option key={variant.variantId} value={variant.variantId}>
                        {choiceName(variant, quantity, tools)}
                      </option>
                    ))}
                  </select>
                  {problems[instead] && (
                    <p className={styles.formProblem} id={`${id}-instead-${lineId}-problem`}>
                      {t(`problem.instead.${problems[instead]}`)}
                    </p>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {choices.size > 0 && <p className={styles.stepSoft}>{t('instead-text')}</p>}
      {late.length > 0 && <ul className={styles.lateLines}>{lateLines}</ul>}
      <div className={styles.returnField}>
        <label htmlFor={`${id}-note`}>
          {t('return-note')} <span className={styles.stepSoft}>{t('optional')}</span>
        </label>
        <textarea
          className="vt-field"
          id={`${id}-note`}
          name="note"
          rows={3}
          maxLength={1000}
          defaultValue={values.note}
          aria-describedby={problems.note && `${id}-note-problem`}
        />
        {problems.note && (
          <p className={styles.formProblem} id={`${id}-note-problem`}>
            {t('problem.note.long')}
          </p>
        )}
      </div>
      <button type="submit" className="vt-button">
        {t('announce')}
      </button>
    </MutationForm>
  );
}

/** What can be had instead, with what it costs more or less and whether it is short. */
function choiceName(
  { options, isSame, difference, most }: Form['instead'][number]['variants'][number],
  quantity: number,
  { locale, t }: OrderTools,
): string {
  const name = isSame ? t('instead.same') : options;
  const amount = formatMoney({ ...difference, amount: Math.abs(difference.amount) }, locale);
  const sum =
    difference.amount === 0 ? '' : t(difference.amount > 0 ? 'instead.more' : 'instead.less', { amount });
  return [name, sum, most < quantity && t('instead.few', { count: most })].filter(Boolean).join(', ');
}

/** What was chosen before, as far as there is still so much. */
function chosen(value: string | undefined, most: number): string {
  const before = Number(value ?? 0);
  return Number.isInteger(before) && before > 0 ? String(Math.min(before, most)) : '0';
}
