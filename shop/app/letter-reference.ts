/** To whom a letter goes, about what, why, and by whose doing; ids. */
export interface LetterReference<Reason extends string> {
  readonly reason: Reason;
  readonly about: string;
  readonly person: string;
  readonly by: string;
}

/** One line that no other letter has. */
export function referenceOf({ reason, about, person, by }: LetterReference<string>): string {
  return JSON.stringify([reason, about, person, by, new Date().toISOString()]);
}

/** What `referenceOf` wrote. */
export function letterOf<Reason extends string>(reference: string): LetterReference<Reason> {
  const [reason, about, person, by] = JSON.parse(reference) as [Reason, string, string, string];
  return { reason, about, person, by };
}
