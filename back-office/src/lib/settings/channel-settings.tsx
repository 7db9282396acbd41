import { Stack, Text } from '@mantine/core';
import type { ChannelView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { country } from '../words/country.ts';
import { language } from '../words/language.ts';
import { ChangeChannel } from './change-channel.tsx';
import { HandLimit } from './hand-limit.tsx';
import { Senders } from './senders.tsx';
import css from './settings.module.css';

const kinds = { online: 'A website', store: 'A store', 'call-centre': 'The telephone' };

/** The ways the shop sells, and what holds for all of them. */
export function ChannelSettings() {
  const may = useMay();
  const asked = useAnswer<{ readonly channels: readonly ChannelView[] }>('/channels');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" className={css.about}>
        A channel is a way the shop sells. Its languages, currencies and country, and whether its prices hold
        the taxes, are part of how the shop was set up; whoever runs its servers changes them.
      </Text>
      <Answer to={asked} of="the channels">
        {({ channels }) => (
          <Stack gap="md">
            {channels.map((channel) => (
              <Channel key={channel.id} channel={channel} />
            ))}
          </Stack>
        )}
      </Answer>
      {may('promotions.write') && <HandLimit />}
      <Senders />
    </Stack>
  );
}

function Channel({ channel }: { channel: ChannelView }) {
  const { places } = useSession();
  const [isChanging, setChanging] = useState(false);
  const from = channel.locations.map((id) => places.find((place) => place.id === id)?.name ?? id);
  return (
    <Section
      title={channel.name}
      actions={<ChangeButton of={channel.name} onClick={() => setChanging(true)} />}
    >
      <div className={css.facts}>
        <Facts
          of={{
            Prices: pricesWords(channel.taxDisplay),
            'Sells from': from.join(', ') || 'Nowhere: nothing can be bought',
            Kind: kinds[channel.kind],
            Languages: channel.locales.map(language).join(', '),
            Currencies: channel.currencies.join(', '),
            Country: country(channel.country),
          }}
        />
      </div>
      {isChanging && <ChangeChannel channel={channel} onClose={() => setChanging(false)} />}
    </Section>
  );
}

function pricesWords(display: ChannelView['taxDisplay']): string {
  return display === 'inclusive' ? 'Hold the taxes' : 'Are without taxes, which are added';
}
