/**
 * Makes something when it is first asked for, once. What the editor opens with must not wait for it: the first format of a language
 * takes as long as a frame lasts.
 */
export function whenNeeded<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
