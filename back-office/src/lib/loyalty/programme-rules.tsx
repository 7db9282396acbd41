import { Text } from '@mantine/core';
import { money, type Programme } from '@vitrine/commerce-engine/client';
import { useTargetNames } from '../goods/targets-field.tsx';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { amount, number } from '../words/amount.ts';
import { localName } from '../words/local-name.ts';
import { when } from '../words/when.ts';
import { type Condition, targetsOf } from './condition.ts';
import { points } from './programme-words.ts';

/** What a programme does, rule by rule. */
export function ProgrammeRules({ programme, holds }: { programme: Programme; holds: readonly string[] }) {
  const { earn, bonuses, redeem, vesting, expiryDays, enrolment, joinPoints, ownTendersEarn } = programme;
  const nameOf = useTargetNames([...earn, ...bonuses].flatMap(targetsOf));
  const tierName = (id: string) =>
    localName(programme.tiers.find((tier) => tier.id === id)?.name ?? { en: id });
  const conditionWords = (condition: Condition) =>
    [
      ...(targetsOf(condition).length > 0 ? [`of ${targetsOf(condition).map(nameOf).join(', ')}`] : []),
      ...(condition.tiers ? [`for ${condition.tiers.map(tierName).join(', ')}`] : []),
      ...(condition.from !== undefined ? [`from ${when(condition.from)}`] : []),
      ...(condition.to !== undefined ? [`until ${when(condition.to)}`] : []),
    ]
      .map((words) => ` ${words}`)
      .join('');
  return (
    <>
      {programme.description && (
        <Section title="What customers read">
          <Text>{localName(programme.description)}</Text>
        </Section>
      )}
      <Section title="Earning">
        {earn.length === 0 && <Text c="dimmed">Nothing earns points.</Text>}
        {earn.map((rule, at) => (
          <Text key={at}>
            {points(rule.points)} for every {amount(money(rule.per, rule.currency))}
            {conditionWords(rule)}
          </Text>
        ))}
        {bonuses.map((bonus, at) => (
          <Text key={at}>
            {number(bonus.percent)} % more{conditionWords(bonus)}
          </Text>
        ))}
        <Text size="sm" c="dimmed" mt="xs">
          {ownTendersEarn
            ? 'What gift cards, store credit and points pay earns too.'
            : 'What gift cards, store credit and points pay earns nothing.'}
        </Text>
      </Section>
      <Section title="Paying with points">
        {redeem.length === 0 && <Text c="dimmed">Points pay nothing.</Text>}
        {redeem.map((rule) => (
          <Text key={rule.currency}>
            {points(rule.points)} pay {amount(money(rule.amount, rule.currency))}
            {rule.least !== undefined && `, at least ${points(rule.least)} at a time`}
            {rule.mostPercent !== undefined && `, at most ${number(rule.mostPercent)} % of an order`}
          </Text>
        ))}
      </Section>
      <Section title="When and for whom">
        <Facts
          of={{
            Usable: `${number(vesting.days)} days after ${vesting.from === 'placed' ? 'the order' : 'the goods were handed over'}`,
            'Run out': expiryDays === undefined ? 'Never' : `${number(expiryDays)} days later`,
            Members: enrolment === 'automatic' ? 'With their first order' : 'When they ask to be',
            Joining: joinPoints === 0 ? undefined : `gives ${points(joinPoints)}`,
            'Holds in': holds.join(', ') || 'No channel',
          }}
        />
      </Section>
    </>
  );
}
