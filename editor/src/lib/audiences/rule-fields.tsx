import { Checkbox, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import type { CampaignParameter, Device } from '@vitrine/content';
import type { CustomerGroup } from '../app/backend.ts';
import css from './audiences.module.css';
import type { RuleDraft, RuleKind } from './rule-draft.ts';

export const ruleNames: Readonly<Record<RuleKind, string>> = {
  campaign: 'Came through a link of a campaign',
  referrer: 'Came from another site',
  device: 'Device',
  group: 'Customers of a group',
  'signed-in': 'Signed in or not',
  basket: 'Basket begun or not',
};

const devices: readonly { readonly value: Device; readonly label: string }[] = [
  { value: 'phone', label: 'Phone' },
  { value: 'tablet', label: 'Tablet' },
  { value: 'computer', label: 'Computer' },
];

const parameters: readonly { readonly value: CampaignParameter; readonly label: string }[] = [
  { value: 'campaign', label: 'Campaign (utm_campaign)' },
  { value: 'source', label: 'Source (utm_source)' },
  { value: 'medium', label: 'Medium (utm_medium)' },
];

/** What one rule of an audience needs to know. */
export function RuleFields({
  rule,
  groups,
  problem,
  onChange,
  onRemove,
}: {
  rule: RuleDraft;
  groups: readonly CustomerGroup[];
  /** What is missing, in a sentence. */
  problem: string | undefined;
  onChange: (rule: RuleDraft) => void;
  onRemove: () => void;
}) {
  return (
    <fieldset className={css.rule}>
      <legend>{ruleNames[rule.kind]}</legend>
      <CloseButton
        size="sm"
        className={css.removeRule}
        aria-label={`Remove the rule: ${ruleNames[rule.kind]}`}
        onClick={onRemove}
      />
      <Fields rule={rule} groups={groups} problem={problem} onChange={onChange} />
    </fieldset>
  );
}

function Fields({
  rule,
  groups,
  problem,
  onChange,
}: {
  rule: RuleDraft;
  groups: readonly CustomerGroup[];
  problem: string | undefined;
  onChange: (rule: RuleDraft) => void;
}) {
  switch (rule.kind) {
    case 'campaign':
      return (
        <>
          <NativeSelect
            size="xs"
            label="Which word of the link"
            data={[...parameters]}
            value={rule.parameter}
            onChange={(event) =>
              onChange({ ...rule, parameter: event.currentTarget.value as CampaignParameter })
            }
          />
          <TextInput
            size="xs"
            label="Is one of"
            description={`Several divided by commas. A link with it ends in ?utm_${rule.parameter}=${rule.written.split(',')[0]?.trim() || 'spring-letter'}`}
            value={rule.written}
            error={problem}
            onChange={(event) => onChange({ ...rule, written: event.currentTarget.value })}
          />
        </>
      );
    case 'referrer':
      return (
        <TextInput
          size="xs"
          label="Site"
          description="Several divided by commas, for example example.com, news.example"
          value={rule.written}
          error={problem}
          onChange={(event) => onChange({ ...rule, written: event.currentTarget.value })}
        />
      );
    case 'device':
      return (
        <Checkbox.Group
          label="On one of these"
          size="xs"
          error={problem}
          value={[...rule.devices]}
          onChange={(value) => onChange({ ...rule, devices: value as Device[] })}
        >
          <Group gap="md" my={6}>
            {devices.map(({ value, label }) => (
              <Checkbox key={value} size="xs" value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case 'group':
      return (
        <Checkbox.Group
          label="In one of these"
          size="xs"
          error={problem}
          value={[...rule.groups]}
          onChange={(value) => onChange({ ...rule, groups: value })}
        >
          <Group gap="md" my={6}>
            {groups.map(({ id, name }) => (
              <Checkbox key={id} size="xs" value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    default: {
      const [yes, no] =
        rule.kind === 'basket'
          ? ['Have begun a basket', 'Have no basket yet']
          : ['Are signed in', 'Are not signed in'];
      return (
        <NativeSelect
          size="xs"
          aria-label={ruleNames[rule.kind]}
          data={[
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ]}
          value={rule.is ? 'yes' : 'no'}
          onChange={(event) => onChange({ ...rule, is: event.currentTarget.value === 'yes' })}
        />
      );
    }
  }
}
