import { Group, Stack, Text } from '@mantine/core';
import type { ChannelDeliveryInput, DeliveryMethodInput } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { type Channel, useSession } from '../shell/session.ts';
import { localName } from '../words/local-name.ts';
import { ChangeClock } from './change-clock.tsx';
import { ChangeMethod } from './change-method.tsx';
import { channelWords, kindWords, pricesWords, timeWords, zoneWords } from './method-words.ts';
import css from './settings.module.css';

/** How goods reach shoppers, what it costs, and by whose clock. */
export function DeliverySettings() {
  const { channels } = useSession();
  const methods = useAnswer<{ readonly methods: readonly DeliveryMethodInput[] }>('/delivery-methods');
  const clocks = useAnswer<{ readonly channels: readonly ChannelDeliveryInput[] }>('/channel-delivery');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" className={css.about}>
        Shoppers choose among these in this order. Orders that were placed keep what they were promised and
        charged.
      </Text>
      <Answer to={methods} of="the delivery methods">
        {({ methods: all }) =>
          all.length === 0 ? (
            <Empty title="There is no way to deliver yet">
              Whoever set up the shop imports delivery methods; until then nothing can be ordered.
            </Empty>
          ) : (
            <Stack gap="md">
              {all.map((method) => (
                <Method key={method.id} method={method} />
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
    </Stack>
  );
}

function Method({ method }: { method: DeliveryMethodInput }) {
  const { channels, places } = useSession();
  const [isChanging, setChanging] = useState(false);
  const name = localName(method.name);
  return (
    <Section
      title={name}
      actions={
        <Group gap="xs">
          {method.retired ? <Tag tone="quiet">Not offered</Tag> : <Tag tone="good">Offered</Tag>}
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
          }}
        />
      </div>
      {isChanging && <ChangeMethod method={method} onClose={() => setChanging(false)} />}
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
