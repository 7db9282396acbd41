import { getMyPicks } from '@vitrine/data-actions/library';
import { defineHole, number, text } from '@vitrine/modules';
import { cardMessages } from '../product-card/card-messages.ts';

/** Products that whoever is signed in may like; nothing for anybody else. */
export const myPicks = defineHole({
  id: 'my-picks',
  title: 'Picks for you',
  kind: 'section',
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 90 }),
    limit: number({ label: 'At most', default: 4, min: 1, max: 24, integer: true }),
  },
  data: ({ config, need }) => ({ picks: need(getMyPicks, { limit: config.limit }) }),
  messages: {
    en: { ...cardMessages.en, title: 'Picked for you' },
    de: { ...cardMessages.de, title: 'Für Sie ausgesucht' },
  },
});
