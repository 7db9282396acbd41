import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { PriceListView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MomentField } from '../look/moment-field.tsx';
import { useSession } from '../shell/session.ts';

/** A new list, or another name, reach or time of one there is. */
export function SavePriceList({ list, onClose }: { list: PriceListView | undefined; onClose: () => void }) {
  const { channels } = useSession();
  const currencies = [...new Set(channels.flatMap((channel) => channel.currencies))];
  const [id, setId] = useState(list?.id ?? '');
  const [name, setName] = useState(list?.name ?? '');
  const [currency, setCurrency] = useState(list?.currency ?? currencies[0] ?? 'EUR');
  const [channel, setChannel] = useState(list?.channel ?? '');
  const [customerGroup, setCustomerGroup] = useState(list?.customerGroup ?? '');
  const [priority, setPriority] = useState(list?.priority ?? 0);
  const [validFrom, setValidFrom] = useState(list?.validFrom);
  const [validTo, setValidTo] = useState(list?.validTo);
  const input = {
    id: id.trim(),
    name: name.trim(),
    currency,
    ...(channel !== '' && { channel }),
    ...(customerGroup.trim() !== '' && { customerGroup: customerGroup.trim() }),
    priority,
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/price-lists', body, options),
    tells: () => ({ done: `The price list “${input.name}” is saved.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={list ? `Change ${list.name}` : 'Make a price list'}
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      isIncomplete={input.id === '' || input.name === ''}
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            withAsterisk
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={200}
          />
          {!list && (
            <>
              <TextInput
                label="Id"
                description="How imports name it: trade-eur. It stays."
                withAsterisk
                value={id}
                onChange={(event) => setId(event.currentTarget.value)}
                error={problemAt('id')}
                maxLength={200}
              />
              <NativeSelect
                label="Currency"
                description="It stays."
                data={currencies}
                value={currency}
                onChange={(event) => setCurrency(event.currentTarget.value)}
                error={problemAt('currency')}
              />
            </>
          )}
          <TextInput
            label="Price group"
            description="Empty = for everyone."
            value={customerGroup}
            onChange={(event) => setCustomerGroup(event.currentTarget.value)}
            error={problemAt('customerGroup')}
            maxLength={200}
          />
          <NativeSelect
            label="Channel"
            data={[
              { value: '', label: 'All' },
              ...channels.map((each) => ({ value: each.id, label: each.name })),
            ]}
            value={channel}
            onChange={(event) => setChannel(event.currentTarget.value)}
            error={problemAt('channel')}
          />
          <NumberInput
            label="Priority"
            description="The higher list wins; of equal ones the one for fewer people."
            value={priority}
            onChange={(value) => setPriority(Number(value) || 0)}
            allowDecimal={false}
            error={problemAt('priority')}
          />
          <MomentField
            label="From"
            description="Empty = ever since."
            value={validFrom}
            onChange={setValidFrom}
            error={problemAt('validFrom')}
          />
          <MomentField
            label="To"
            description="Empty = until it is changed."
            value={validTo}
            onChange={setValidTo}
            error={problemAt('validTo')}
          />
        </>
      )}
    </CommandDialog>
  );
}
