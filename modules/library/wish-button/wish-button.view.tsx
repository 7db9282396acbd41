import { setWish } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { Icon } from '../icon.tsx';
import styles from './wish-button.module.css';
import type { wishButton } from './wish-button.module.ts';

export function WishButtonView({ config, data, subject, href, t }: ModuleProps<typeof wishButton>) {
  const { wished = false } = data;
  const values = {
    _from: href(subject.path),
    slug: subject.slug,
    wished: wished ? 'no' : 'yes',
    signIn: href(config.signIn),
  };
  return (
    <MutationForm mutation={setWish} values={values} className={styles.wish}>
      <button
        type="submit"
        className={styles.button}
        data-wished={wished || undefined}
        title={wished ? t('remove-it') : undefined}
      >
        <Icon name="heart" size={20} />
        {t(wished ? 'remove' : 'add')}
        {wished && <span className="vt-hidden">, {t('remove-it')}</span>}
      </button>
    </MutationForm>
  );
}
