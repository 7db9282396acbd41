import type { Programme } from '@vitrine/commerce-engine/client';
import { idOfName } from '../words/id-of-name.ts';
import { withoutEmpty } from '../words/local-name.ts';

/** What a new programme begins as: a point for every whole unit of money, a hundred points pay one. */
export function newProgramme(currency: string): Programme {
  return {
    id: randomTail(),
    name: {},
    isActive: true,
    enrolment: 'automatic',
    earn: [{ currency, points: 1, per: 100 }],
    bonuses: [],
    redeem: [{ currency, points: 100, amount: 100 }],
    ownTendersEarn: false,
    vesting: { from: 'handed-over', days: 14 },
    expiryDays: 730,
    tiers: [],
    tierWindowDays: 365,
    joinPoints: 0,
  };
}

/** As it is sent: without languages in which nothing was written, a new one with an id by its name. */
export function finishedProgramme(draft: Programme, { isNew }: { readonly isNew: boolean }): Programme {
  const name = withoutEmpty(draft.name);
  const description = withoutEmpty(draft.description ?? {});
  const { description: _, ...rest } = draft;
  return {
    ...rest,
    id: isNew ? idOfName(Object.values(name)[0] ?? '', draft.id) : draft.id,
    name,
    ...(Object.keys(description).length > 0 && { description }),
    tiers: draft.tiers.map((tier) => ({ ...tier, name: withoutEmpty(tier.name) })),
  };
}

/** Four letters or figures, to tell apart what has one name. */
export function randomTail(): string {
  return Math.random().toString(36).slice(2, 6).padEnd(4, '0');
}
