import css from './look.module.css';

const signed = new Intl.NumberFormat(undefined, { signDisplay: 'exceptZero' });

/** What came (+) or went (−) of something counted. */
export function Change({ of: count }: { of: number }) {
  return (
    <span className={count > 0 ? css.came : count < 0 ? css.went : css.still}>{signed.format(count)}</span>
  );
}
