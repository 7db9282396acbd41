import { Sentence, Words } from '../../look/sentence.tsx';
import { CutField } from './cut-field.tsx';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';

/** Something comes off each piece. */
export function SimpleFields({ effect, currency, onChange }: Editing<'simple'>) {
  return (
    <Sentence>
      <CutField value={effect.cut} currency={currency} onChange={(cut) => onChange({ ...effect, cut })} />
      <Words>for each piece of</Words>
      <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
    </Sentence>
  );
}
