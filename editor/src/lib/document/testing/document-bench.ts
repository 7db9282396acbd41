import { OpenDocument } from '../open-document.ts';

/** So often the code that reaches the room cannot be had. */
let misses = Number(new URLSearchParams(window.location.search).get('misses') ?? 0);

/** A document open in a browser, for tests to work on. */
const open = new OpenDocument({
  id: 'home',
  user: 'ada',
  shapes: () => undefined,
  address: `ws://${window.location.host}/editor/rooms`,
  async fetchProvider() {
    if (misses-- > 0) throw new TypeError('It could not be fetched.');
    return import('@hocuspocus/provider');
  },
});

declare global {
  interface Window {
    documentBench: OpenDocument;
  }
}
window.documentBench = open;
