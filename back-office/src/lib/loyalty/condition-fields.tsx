import { Button, MultiSelect, SimpleGrid } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { Tier } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { TargetsField } from '../goods/targets-field.tsx';
import { MomentField } from '../look/moment-field.tsx';
import { Words } from '../look/sentence.tsx';
import { localName } from '../words/local-name.ts';
import { type Condition, targetsOf, withTargets } from './condition.ts';
import css from './loyalty.module.css';

/** For which goods, members and times a rule of earning holds. */
export function ConditionFields<Rule extends Condition>({
  rule,
  tiers,
  onChange,
  problemAt,
}: {
  rule: Rule;
  tiers: readonly Tier[];
  onChange: (rule: Rule) => void;
  problemAt: ProblemAt;
}) {
  const [isTimed, setTimed] = useState(rule.from !== undefined || rule.to !== undefined);
  return (
    <>
      <Words>of</Words>
      <div className={css.goods}>
        <TargetsField
          label="Goods"
          placeholder="everything"
          value={targetsOf(rule)}
          onChange={(targets) => onChange(withTargets(rule, targets))}
          error={problemAt('products') ?? problemAt('categories')}
        />
      </div>
      {(tiers.length > 0 || rule.tiers) && (
        <>
          <Words>for</Words>
          <MultiSelect
            aria-label="Tiers"
            placeholder={rule.tiers ? undefined : 'all members'}
            data={tiers.map(({ id, name }) => ({
              value: id,
              label: localName(name) || 'A tier without a name',
            }))}
            value={[...(rule.tiers ?? [])]}
            onChange={(ids) => onChange({ ...rule, tiers: ids.length > 0 ? ids : undefined })}
            error={problemAt('tiers')}
            className={css.tiers}
          />
        </>
      )}
      {isTimed ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }} className={css.whole}>
          <MomentField
            label="Ordered from"
            value={rule.from}
            onChange={(from) => onChange({ ...rule, from })}
            error={problemAt('from')}
          />
          <MomentField
            label="Ordered before"
            value={rule.to}
            onChange={(to) => onChange({ ...rule, to })}
            error={problemAt('to')}
          />
        </SimpleGrid>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconClock size={14} aria-hidden />}
          onClick={() => setTimed(true)}
        >
          Only for a time
        </Button>
      )}
    </>
  );
}
