import { Button, Group, Stack, Text } from '@mantine/core';
import type { ChannelDeliveryInput, StaffMethod } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Facts } from '../look/facts.tsx';
import { MoveSteps } from '../look/move-steps.tsx';
import { Empty } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { type Channel, useSession } from '../shell/session.ts';
import { localName } from '../words/local-name.ts';
import { ChangeClock } from './change-clock.tsx';
import {
  channelWords,
  kindWords,
  offeredWords,
  pricesWords,
  slotWords,
  timeWords,
  weightWords,
  zoneWords,
} from './method-words.ts';
import { SaveMethod } from './save-method.tsx';
import css from './settings.module.css';
import { useMoveMethod } from './use-move-method.ts';

/** How goods reach shoppers, what it costs, and by whose clock. */
export function DeliverySettings() {
  const { channels } = useSession();
  const methods = useAnswer<{ readonly methods: readonly StaffMethod[] }>('/delivery-methods');
  const clocks = useAnswer<{ readonly channels: readonly ChannelDeliveryInput[] }>('/channel-delivery');
  const [isMaking, setMaking] = useState(false);
  const { move, isBusy } = useMoveMethod();
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Text size="sm" c="dimmed" className={css.about}>
          Shoppers choose among these in this order. Orders that were placed keep what they were promised and
          charged.
        </Text>
        <Button onClick={() => setMaking(true)}>New delivery method</Button>
      </Group>
      <Answer to={methods} of="the delivery methods">
        {({ methods: all }) =>
          all.length === 0 ? (
            <Empty title="There is no way to deliver yet">
              Until there is one nothing can be ordered. Make the first one.
            </Empty>
          ) : (
            <Stack gap="md">
              {all.map((method, place) => (
                <Method key={method.id} {...{ method, place, count: all.length, move, isBusy }} />
              ))}
            </Stack>
          )
        }
      </Answer>
      <Answer to={clocks} of="the clocks">
        {({ channels: kept }) => (
          <Stack gap="md">
            {kept.map((clock) => {
              const channel = channels.find(({ id }) => id === clock.channel);
              return channel && <Clock key={channel.id} {...{ channel, clock }} />;
            })}
          </Stack>
        )}
      </Answer>
      {isMaking && <SaveMethod onClose={() => setMaking(false)} />}
    </Stack>
  );
}

function Method({
  method,
  place,
  count,
  move,
  isBusy,
}: {
  method: StaffMethod;
  place: number;
  count: number;
  move: (method: StaffMethod, place: number) => void;
  isBusy: boolean;
}) {
  const { channels, places } = useSession();
  const [isChanging, setChanging] = useState(false);
  const name = localName(method.name);
  return (
    <Section
      title={name}
      actions={
        <Group gap="xs">
          {method.retired ? <Tag tone="quiet">Not offered</Tag> : <Tag tone="good">Offered</Tag>}
          <MoveSteps {...{ name, place, count, isBusy }} onMove={(by) => move(method, place + by)} />
          <ChangeButton of={name} onClick={() => setChanging(true)} />
        </Group>
      }
    >
      <div className={css.facts}>
        <Facts
          of={{
            Kind: kindWords(method, places),
            Costs: pricesWords(method.prices).map((line) => <div key={line}>{line}</div>),
            'Offered in': channelWords(method.channels, channels),
            'Goes to': method.kind === 'ship' ? zoneWords(method.zones) : undefined,
            Takes: timeWords(method.time),
            'At most': method.maxWeight === undefined ? undefined : weightWords(method.maxWeight),
            'Times to come': method.slots && slotWords(method.slots),
            When: offeredWords(method),
          }}
        />
      </div>
      {isChanging && <SaveMethod method={method} onClose={() => setChanging(false)} />}
    </Section>
  );
}

function Clock({ channel, clock }: { channel: Channel; clock: ChannelDeliveryInput }) {
  const [isChanging, setChanging] = useState(false);
  const count = clock.holidays.length;
  return (
    <Section
      title={`Clock and holidays of ${channel.name}`}
      actions={
        <ChangeButton of={`clock and holidays of ${channel.name}`} onClick={() => setChanging(true)} />
      }
    >
      <Text size="sm">
        {`${clock.timeZone.replaceAll('_', ' ')}, ${count === 0 ? 'no holidays' : `${count} ${count === 1 ? 'holiday' : 'holidays'}`}. Nothing is sent on Saturdays, Sundays and holidays.`}
      </Text>
      {isChanging && <ChangeClock {...{ channel, clock }} onClose={() => setChanging(false)} />}
    </Section>
  );
}
