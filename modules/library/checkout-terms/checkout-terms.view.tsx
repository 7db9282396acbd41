import type { ModuleProps } from '@vitrine/modules';
import { CheckoutPart, fieldId, Problem, problemProps, valueIn } from '../checkout-parts.tsx';
import styles from './checkout-terms.module.css';
import type { checkoutTerms } from './checkout-terms.module.ts';

export function CheckoutTermsView({ id, config, data, href, t }: ModuleProps<typeof checkoutTerms>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { note, terms } = page.checkout;
  const tools = { id, page, styles, t };
  const noteId = fieldId(tools, 'note');
  return (
    <CheckoutPart id={id} title={t('title')} styles={styles}>
      <div className={styles.field} id={`${noteId}-field`} data-live="" data-width="row">
        <label htmlFor={noteId}>
          {t('note')}
          <span className={styles.optional}> {t('optional')}</span>
        </label>
        <textarea
          className="vt-field"
          id={noteId}
          name="note"
          rows={3}
          maxLength={1000}
          inputMode="text"
          autoComplete="off"
          defaultValue={valueIn(page, 'note', note)}
          {...problemProps(tools, 'note')}
        />
        <Problem tools={tools} name="note" />
      </div>
      <div className={styles.agree} id={`${id}-agree`} data-live="">
        <input type="hidden" name="terms" value="no" />
        <label className={styles.terms}>
          <input
            type="checkbox"
            name="terms"
            value="yes"
            required
            defaultChecked={valueIn(page, 'terms', terms ? 'yes' : 'no') === 'yes'}
            {...problemProps(tools, 'terms')}
          />
          <span>
            {t('agree-before')}{' '}
            {config.terms ? (
              <a href={href(config.terms)} target="_blank" rel="noopener">
                {t('agree-link')}
              </a>
            ) : (
              t('agree-link')
            )}{' '}
            {t('agree-after')}
          </span>
        </label>
        <Problem tools={tools} name="terms" />
      </div>
    </CheckoutPart>
  );
}
