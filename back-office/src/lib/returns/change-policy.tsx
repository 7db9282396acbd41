import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import type { ReturnPolicyView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { WholeField } from '../look/whole-field.tsx';
import type { Channel } from '../shell/session.ts';
import { type PaymentMethod, tenderChoices, tenderValue } from './policy-words.ts';

/** Days that are begun with where there was no end. */
const USUAL_DAYS = 30;

/** How long shoppers of a channel announce returns, and where their money goes back to. */
export function ChangePolicy({
  channel,
  policy,
  methods,
  onClose,
}: {
  channel: Channel;
  policy: ReturnPolicyView;
  methods: readonly PaymentMethod[];
  onClose: () => void;
}) {
  const [hasEnd, setHasEnd] = useState(policy.returnDays !== undefined);
  const [days, setDays] = useState<number | undefined>(policy.returnDays ?? USUAL_DAYS);
  const [tenders, setTenders] = useState(policy.tenders);
  const input = { channel: channel.id, tenders, returnDays: hasEnd ? days : null };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/refund-policies', body, options),
    tells: () => ({ done: `The return policy of ${channel.name} is saved.` }),
    onDone: onClose,
  });
  const choose = (method: string, value: string) => {
    const { [method]: _, ...others } = tenders;
    setTenders(value === '' ? others : { ...others, [method]: value.split(',') });
  };
  return (
    <CommandDialog
      title={`Return policy of ${channel.name}`}
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      isIncomplete={hasEnd && days === undefined}
      size="lg"
    >
      {(problemAt) => (
        <>
          <Radio.Group
            label="Shoppers announce a return"
            value={hasEnd ? 'days' : 'ever'}
            onChange={(value) => setHasEnd(value === 'days')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="ever" label="at any time" />
              <Radio value="days" label="for some days after the pieces left" />
            </Stack>
          </Radio.Group>
          {hasEnd && (
            <WholeField
              label="Days"
              description="Counted from the parcel, or from the pickup; the last counts to its end. It holds for pieces that left already, too."
              min={1}
              value={days}
              onChange={setDays}
              error={problemAt('returnDays')}
              isRequired
            />
          )}
          {methods.length > 0 && (
            <Text size="sm" c="dimmed">
              Where money of a refund goes. Gift cards and points go back where they came from.
            </Text>
          )}
          {methods.map(({ method, name }) => (
            <NativeSelect
              key={method}
              label={name}
              data={tenderChoices}
              value={tenderValue(tenders[method])}
              onChange={(event) => choose(method, event.currentTarget.value)}
              error={problemAt(`tenders.${method}`)}
            />
          ))}
        </>
      )}
    </CommandDialog>
  );
}
