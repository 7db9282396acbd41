import { Stack, TagsInput } from '@mantine/core';
import { Sentence, Words } from '../../look/sentence.tsx';
import css from '../promotions.module.css';
import type { Editing } from './editing.ts';
import { GoodsField } from './goods-field.tsx';
import { PercentTiers } from './percent-tiers.tsx';

/** As those that come with the shop are called; another provider may bring others. */
const BUILT_IN_WAYS = ['card', 'bank-transfer'];

/** Who pays in one way pays less. */
export function TenderFields({ effect, currency, onChange }: Editing<'tender'>) {
  return (
    <Stack gap="sm">
      <Sentence>
        <Words>Who pays with</Words>
        <TagsInput
          aria-label="Ways of paying"
          placeholder={effect.tenders.length === 0 ? 'card, bank-transfer …' : undefined}
          data={BUILT_IN_WAYS}
          value={[...effect.tenders]}
          onChange={(tenders) => onChange({ ...effect, tenders })}
          className={css.goods}
        />
        <Words>for</Words>
        <GoodsField value={effect.lines} onChange={(lines) => onChange({ ...effect, lines })} />
      </Sentence>
      <PercentTiers effect={effect} currency={currency} onChange={onChange} off="off" />
    </Stack>
  );
}
