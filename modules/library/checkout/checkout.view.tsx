import { payCheckout, updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { mutationAddress } from '@vitrine/modules/view';
import { useEffect, useRef, useState } from 'react';
import { attendForm } from './attend-form.ts';
import styles from './checkout.module.css';
import type { checkout } from './checkout.module.ts';

export function CheckoutView({ id, config, slots, subject, href, t }: ModuleProps<typeof checkout>) {
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (form.current) return attendForm(form.current, { say: setSaid, t });
  }, [t]);
  return (
    <section className={styles.checkout} aria-labelledby={`${id}-title`}>
      <h1 id={`${id}-title`}>{config.title || t('title')}</h1>
      <form ref={form} className={styles.form} method="post" action={mutationAddress(payCheckout)} noValidate>
        <input type="hidden" name="_from" value={href(subject.path)} />
        <input type="hidden" name="page.order" value={href(config.order)} />
        <input type="hidden" name="page.back" value={href(config.back)} />
        {/* Enter in any field presses the first button of a form: it fills in, it does not pay. */}
        <button
          type="submit"
          className="vt-hidden"
          formAction={mutationAddress(updateCheckout)}
          tabIndex={-1}
          aria-hidden="true"
        />
        <div className={styles.sections}>{slots.sections}</div>
        <div className={styles.summary}>{slots.summary}</div>
      </form>
      <p className="vt-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
