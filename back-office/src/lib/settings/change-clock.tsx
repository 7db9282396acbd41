import { Autocomplete, Textarea } from '@mantine/core';
import type { ChannelDeliveryInput } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import type { Channel } from '../shell/session.ts';

/** By which clock a channel counts its days, and on which of them nothing is sent. */
export function ChangeClock({
  channel,
  clock,
  onClose,
}: {
  channel: Channel;
  clock: ChannelDeliveryInput;
  onClose: () => void;
}) {
  const [timeZone, setTimeZone] = useState(clock.timeZone);
  const [days, setDays] = useState(clock.holidays.join('\n'));
  const holidays = [...new Set(days.split(/\s+/).filter(Boolean))].sort();
  const input = { channel: channel.id, timeZone: timeZone.trim(), holidays };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/channel-delivery', body, options),
    tells: () => ({ done: `Clock and holidays of ${channel.name} are saved.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Clock and holidays of ${channel.name}`}
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      isIncomplete={input.timeZone === ''}
    >
      {(problemAt) => {
        const wrong = holidays.filter((_, at) => problemAt(`holidays.${at}`));
        return (
          <>
            <Autocomplete
              label="Time zone"
              description="By its clock orders are in time for the same day."
              withAsterisk
              limit={20}
              data={Intl.supportedValuesOf('timeZone')}
              value={timeZone}
              onChange={setTimeZone}
              error={problemAt('timeZone')}
            />
            <Textarea
              label="Holidays"
              description="One day on each line, as in 2026-12-25. Saturdays and Sundays need not be named."
              autosize
              minRows={4}
              maxRows={12}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value)}
              error={
                problemAt('holidays') ??
                (wrong.length > 0 ? `Expected days such as 2026-12-25, got ${wrong.join(', ')}.` : undefined)
              }
            />
          </>
        );
      }}
    </CommandDialog>
  );
}
