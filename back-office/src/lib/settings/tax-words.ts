import type { ChannelTaxInput, TaxTable } from '@vitrine/commerce-engine/client';

type Shipping = ChannelTaxInput['shipping'];

export const basedOnWords: Readonly<Record<ChannelTaxInput['basedOn'], string>> = {
  destination: 'The place goods go to',
  origin: 'The place goods come from',
  store: 'The store that sells',
};

export const vatNumberWords: Readonly<Record<NonNullable<ChannelTaxInput['vatNumbers']>, string>> = {
  verified: 'Free of tax once they are seen to be in use',
  'as-typed': 'Free of tax as soon as they have the form of one',
};

const modes: Readonly<Record<ChannelTaxInput['rounding']['mode'], string>> = {
  'half-up': 'To the nearest, halves up',
  'half-even': 'To the nearest, halves to the even one',
  up: 'Always up',
  down: 'Always down',
};

const levels: Readonly<Record<ChannelTaxInput['rounding']['level'], string>> = {
  unit: 'for each piece',
  line: 'for each line',
  order: 'once for the order',
};

export const modeChoices = choicesOf(modes);
export const levelChoices = choicesOf(levels);
export const basedOnChoices = choicesOf(basedOnWords);

export function roundingWords({ mode, level }: ChannelTaxInput['rounding']): string {
  return `${modes[mode]}, ${levels[level]}`;
}

export function shippingWords(shipping: Shipping, classes: TaxTable['classes']): string {
  if (shipping.kind === 'class')
    return `As “${classes.find(({ id }) => id === shipping.class)?.name ?? shipping.class}”`;
  return shipping.by === 'highest' ? 'As the goods with the highest rate' : 'As the goods, in proportion';
}

/** Every way of taxing delivery, by one text each. */
export function shippingChoices(
  classes: TaxTable['classes'],
): { readonly value: string; readonly label: string }[] {
  const all: Shipping[] = [
    { kind: 'as-goods', by: 'proportional' },
    { kind: 'as-goods', by: 'highest' },
    ...classes.map(({ id }) => ({ kind: 'class' as const, class: id })),
  ];
  return all.map((shipping) => ({
    value: JSON.stringify(shipping),
    label: shippingWords(shipping, classes),
  }));
}

function choicesOf<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
}
