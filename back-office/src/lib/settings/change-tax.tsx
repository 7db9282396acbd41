import { NativeSelect, Radio, SimpleGrid, Stack } from '@mantine/core';
import type { ChannelTaxInput, TaxTable } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import type { Channel } from '../shell/session.ts';
import {
  basedOnChoices,
  levelChoices,
  modeChoices,
  shippingChoices,
  type vatNumberWords,
} from './tax-words.ts';

/** How a channel taxes. */
export function ChangeTax({
  channel,
  setting,
  classes,
  onClose,
}: {
  channel: Channel;
  setting: ChannelTaxInput;
  classes: TaxTable['classes'];
  onClose: () => void;
}) {
  const [input, setInput] = useState(setting);
  const set = (part: Partial<ChannelTaxInput>) => setInput((before) => ({ ...before, ...part }));
  const command = useCommand<ChannelTaxInput, unknown>({
    send: (body, options) => api.post('/channel-tax', body, options),
    tells: () => ({ done: `How ${channel.name} taxes is saved. It holds for orders from now on.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`How ${channel.name} taxes`}
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      size="lg"
    >
      {(problemAt) => (
        <>
          <NativeSelect
            label="Taxes of"
            value={input.basedOn}
            onChange={(event) => set({ basedOn: event.currentTarget.value as ChannelTaxInput['basedOn'] })}
            data={basedOnChoices}
            error={problemAt('basedOn')}
          />
          <NativeSelect
            label="Delivery is taxed"
            value={JSON.stringify(input.shipping)}
            onChange={(event) =>
              set({ shipping: JSON.parse(event.currentTarget.value) as ChannelTaxInput['shipping'] })
            }
            data={shippingChoices(classes)}
            error={problemAt('shipping') ?? problemAt('shipping.class')}
          />
          <Radio.Group
            label="Businesses abroad pay no tax when their VAT number"
            description="When a number was made up, the shop owes the tax."
            value={input.vatNumbers ?? 'verified'}
            onChange={(value) => set({ vatNumbers: value as keyof typeof vatNumberWords })}
            error={problemAt('vatNumbers')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="verified" label="was seen to be in use" />
              <Radio value="as-typed" label="has the form of one, as soon as it is typed" />
            </Stack>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <NativeSelect
              label="Rounding"
              value={input.rounding.mode}
              onChange={(event) =>
                set({
                  rounding: {
                    ...input.rounding,
                    mode: event.currentTarget.value as ChannelTaxInput['rounding']['mode'],
                  },
                })
              }
              data={modeChoices}
              error={problemAt('rounding.mode')}
            />
            <NativeSelect
              label="How often"
              value={input.rounding.level}
              onChange={(event) =>
                set({
                  rounding: {
                    ...input.rounding,
                    level: event.currentTarget.value as ChannelTaxInput['rounding']['level'],
                  },
                })
              }
              data={levelChoices}
              error={problemAt('rounding.level')}
            />
          </SimpleGrid>
        </>
      )}
    </CommandDialog>
  );
}
