import type { SimulatorTables } from './simulator.tables.ts';

/** How the pretended bank behaves, chosen by the shopper in the place of a card. */
export interface Behaviour {
  readonly token: string;
  readonly name: Readonly<Record<string, string>>;
  /** What the bank decides at once. */
  readonly begins: SimulatorTables['payments_simulator']['state'];
  readonly declines?: 'declined' | 'insufficient-funds' | 'authentication-failed';
  /** The bank acts, but its answer never arrives. */
  readonly answerIsLost?: boolean;
  /** What it sends by itself, after so many seconds, so many times. */
  readonly sends?: {
    readonly event: 'authorised' | 'declined';
    readonly after: number;
    readonly times: number;
  };
  /** The first answer to taking or giving back money is lost. */
  readonly mutesOperations?: boolean;
}

export const behaviours: readonly Behaviour[] = [
  {
    token: 'sim-approve',
    name: { en: 'Test card', de: 'Testkarte' },
    begins: 'authorised',
  },
  {
    token: 'sim-decline',
    name: { en: 'Test card that is declined', de: 'Testkarte, die abgelehnt wird' },
    begins: 'declined',
    declines: 'declined',
  },
  {
    token: 'sim-no-funds',
    name: { en: 'Test card without enough money', de: 'Testkarte ohne genug Geld' },
    begins: 'declined',
    declines: 'insufficient-funds',
  },
  {
    token: 'sim-challenge',
    name: { en: 'Test card that asks to confirm at the bank', de: 'Testkarte mit Bestätigung bei der Bank' },
    begins: 'challenge',
  },
  {
    token: 'sim-later',
    name: { en: 'Bank that confirms later', de: 'Bank, die später bestätigt' },
    begins: 'pending',
    sends: { event: 'authorised', after: 5, times: 1 },
  },
  {
    token: 'sim-later-decline',
    name: { en: 'Bank that refuses later', de: 'Bank, die später ablehnt' },
    begins: 'pending',
    sends: { event: 'declined', after: 5, times: 1 },
  },
  {
    token: 'sim-lost',
    name: { en: 'Bank whose answer gets lost', de: 'Bank, deren Antwort verloren geht' },
    begins: 'authorised',
    answerIsLost: true,
  },
  {
    token: 'sim-twice',
    name: { en: 'Bank that tells everything twice', de: 'Bank, die alles zweimal meldet' },
    begins: 'authorised',
    sends: { event: 'authorised', after: 0, times: 2 },
  },
  {
    token: 'sim-slow-capture',
    name: {
      en: 'Bank that loses its answer when money is taken',
      de: 'Bank, deren Antwort beim Einzug verloren geht',
    },
    begins: 'authorised',
    mutesOperations: true,
  },
];

export function behaviourOf(token: string | undefined): Behaviour {
  return behaviours.find((each) => each.token === token) ?? behaviours[1]!;
}
