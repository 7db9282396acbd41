import { OpenDocument } from '../open-document.ts';

/** A document open in a browser, for tests to work on. */
const open = new OpenDocument({
  id: 'home',
  user: 'ada',
  shapes: () => undefined,
  address: `ws://${window.location.host}/editor/rooms`,
});

declare global {
  interface Window {
    documentBench: OpenDocument;
  }
}
window.documentBench = open;
