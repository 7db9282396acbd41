import type { ModuleProps } from '@vitrine/modules';
import { useId, useState } from 'react';
import css from './counter.module.css';
import type { counter } from './counter.module.ts';

export function CounterView({ config, slots, t }: ModuleProps<typeof counter>) {
  const [count, setCount] = useState(config.start);
  const id = useId();
  return (
    <div className={css.counter}>
      <label htmlFor={id}>{config.label}</label>
      <output id={id}>{count}</output>
      <button type="button" onClick={() => setCount(count + 1)}>
        {t('more')}
      </button>
      {slots.note}
    </div>
  );
}
