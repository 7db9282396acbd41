import { suggestProducts } from '@vitrine/data-actions/library';
import { useAction } from '@vitrine/data-actions/react';
import type { ModuleProps } from '@vitrine/modules';
import { useDeferredValue } from 'react';
import styles from './search-box.module.css';
import type { searchBox } from './search-box.module.ts';
import type { Combobox } from './use-combobox.ts';

/** What one may be about to type, as links. */
export function Suggestions({
  text,
  box,
  href,
  t,
}: { text: string; box: Combobox } & Pick<ModuleProps<typeof searchBox>, 'href' | 't'>) {
  const prefix = useDeferredValue(text);
  const { data } = useAction(suggestProducts, { prefix });
  const found = data ?? [];
  return (
    <>
      <p className="vt-hidden" role="status">
        {t('found', { count: found.length })}
      </p>
      <div
        className={styles.list}
        id={box.listId}
        role="listbox"
        aria-label={t('suggestions')}
        hidden={found.length === 0}
      >
        {found.map((each, at) => (
          <a
            key={`${each.kind} ${each.slug ?? each.text}`}
            id={box.optionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === box.active}
            className={styles.option}
            href={
              each.kind === 'term' || each.slug === undefined
                ? `${href('/search')}?q=${encodeURIComponent(each.text)}`
                : href({ kind: each.kind, slug: each.slug })
            }
          >
            <span>{each.text}</span>
            {each.kind !== 'term' && <small>{t(each.kind)}</small>}
          </a>
        ))}
      </div>
    </>
  );
}
