/** The document a path of the editor is of; `undefined` = it is the list of all. */
export function documentIn(path: string): string | undefined {
  const id = /^\/editor\/([^/]+)\/?$/.exec(path)?.[1];
  return id && decoded(id);
}

/** Where a browser gets the whole of a document, to begin with. */
export function stateAddress(id: string): string {
  return `/editor/api/documents/${encodeURIComponent(id)}/state`;
}

/** No document is called what cannot be read. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
