import type { ModuleProps } from '@vitrine/modules';
import { useEffect, useState } from 'react';
import { Icon } from '../icon.tsx';
import styles from './search-box.module.css';
import type { searchBox } from './search-box.module.ts';
import { Suggestions } from './suggestions.tsx';
import { useCombobox } from './use-combobox.ts';

/** Letters before suggestions are asked for. */
const enough = 2;
/** More letters are no beginning of anything; the question takes no more either. */
const most = 80;

export function SearchBoxView({ id, config, query, href, t }: ModuleProps<typeof searchBox>) {
  const [awake, setAwake] = useState(false);
  const [text, setText] = useState(query.q ?? '');
  const box = useCombobox(`${id}-list`);
  // Only a field that can suggest may call itself a combobox.
  useEffect(() => setAwake(true), []);
  const letters = text.trim().length;
  const asking = awake && box.open && letters >= enough && letters <= most;
  return (
    <search className={styles.search}>
      <form className={styles.form} method="get" action={href('/search')} onBlur={box.leave}>
        <label className="vt-hidden" htmlFor={`${id}-q`}>
          {t('label')}
        </label>
        <input
          className={styles.field}
          id={`${id}-q`}
          type="search"
          name="q"
          maxLength={200}
          defaultValue={query.q}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={config.placeholder || t('placeholder')}
          {...(awake ? box.inputProps(asking) : {})}
          onChange={(event) => {
            setText(event.target.value);
            box.show();
          }}
        />
        <button type="submit" className={styles.submit}>
          <Icon name="search" size={20} />
          <span className="vt-hidden">{t('submit')}</span>
        </button>
        {asking && <Suggestions text={text.trim()} box={box} href={href} t={t} />}
      </form>
    </search>
  );
}
