/** One radio button each: it says provider, method and, where there are several, which. */
export function paymentRows({
  provider,
  method,
  name,
  choices,
}: {
  readonly provider: string;
  readonly method: string;
  readonly name: string;
  readonly choices?: readonly { readonly token: string; readonly name: string }[];
}): { id: string; value: string; name: string }[] {
  const row = (name: string, ...parts: string[]) => ({ id: parts.join('-'), value: parts.join('|'), name });
  if (!choices) return [row(name, provider, method)];
  return choices.map((choice) => row(choice.name, provider, method, choice.token));
}
