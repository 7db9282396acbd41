import type { ModuleProps } from '@vitrine/modules';
import { CheckoutPart, Problem, problemProps, valueIn } from '../checkout-parts.tsx';
import { comesByMail } from '../comes-by-mail.ts';
import styles from './checkout-terms.module.css';
import type { checkoutTerms } from './checkout-terms.module.ts';
import { WordsField } from './words-field.tsx';

export function CheckoutTermsView({ id, config, data, href, t }: ModuleProps<typeof checkoutTerms>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { note, giftMessage, terms } = page.checkout;
  const tools = { id, page, styles, t };
  return (
    <CheckoutPart id={id} title={t('title')} styles={styles}>
      <WordsField tools={tools} name="note" most={1000} stored={note} />
      {config.giftMessage && (
        <WordsField
          tools={tools}
          name="giftMessage"
          most={500}
          stored={giftMessage}
          hint={t(comesByMail(page.checkout) ? 'gift-hint-mailed' : 'gift-hint')}
        />
      )}
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
