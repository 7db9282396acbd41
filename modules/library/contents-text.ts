/** A part of a bundle. */
interface Component {
  readonly quantity: number;
  readonly name: string;
  readonly options: string;
}

/** What a piece of a bundle holds, in a line: `2 × Tide mug (Sand) and 1 × Milking stool`. */
export function contentsText(components: readonly Component[], locale: string): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format(components.map((each) => `${each.quantity} × ${nameOf(each)}`));
}

function nameOf({ name, options }: Component): string {
  return options ? `${name} (${options})` : name;
}
