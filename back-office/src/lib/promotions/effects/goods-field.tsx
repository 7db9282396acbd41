import type { LineSelection } from '@vitrine/commerce-engine/client';
import { TargetsField } from '../../goods/targets-field.tsx';
import { Words } from '../../look/sentence.tsx';
import css from '../promotions.module.css';

/** Which goods; none chosen = all of them. */
export function GoodsField({
  value: { include, exclude = [], ...rest },
  onChange,
  label = 'Goods',
}: {
  value: LineSelection;
  onChange: (lines: LineSelection) => void;
  label?: string;
}) {
  const chosen = include.flatMap((target) => (target.kind === 'everything' ? [] : [target]));
  const not = exclude.flatMap((target) => (target.kind === 'everything' ? [] : [target]));
  const set = (meant: typeof chosen, left: typeof not) =>
    onChange({
      ...rest,
      include: meant.length === 0 ? [{ kind: 'everything' }] : meant,
      ...(left.length > 0 && { exclude: left }),
    });
  return (
    <>
      <div className={css.goods}>
        <TargetsField
          label={label}
          placeholder="everything"
          value={chosen}
          onChange={(next) => set(next, not)}
        />
      </div>
      <Words>but not</Words>
      <div className={css.goods}>
        <TargetsField
          label={`${label}: but not`}
          placeholder="nothing left out"
          value={not}
          onChange={(next) => set(chosen, next)}
        />
      </div>
    </>
  );
}
