import { foldText } from './file-name.ts';

/** What a search for words looks through. */
export function searchText({
  name,
  title,
  alt,
}: {
  readonly name: string;
  readonly title: string;
  readonly alt: Readonly<Record<string, string>>;
}): string {
  return foldText([name, title, ...Object.values(alt)].join('\n'));
}
