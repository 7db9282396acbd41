import * as Y from 'yjs';
import type { TextUndo } from '../text-undo.ts';

export interface LabUndo extends TextUndo {
  readonly manager: Y.UndoManager;
}

/** One undo stack over a whole document, as a page has it. */
export function labUndo(doc: Y.Doc): LabUndo {
  const manager = new Y.UndoManager(doc, { trackedOrigins: new Set(['local']), captureTimeout: 500 });
  return {
    manager,
    undo: () => manager.undo(),
    redo: () => manager.redo(),
    step(change) {
      manager.stopCapturing();
      try {
        return doc.transact(change, 'local');
      } finally {
        manager.stopCapturing();
      }
    },
    trackOrigin: (origin) => void manager.addTrackedOrigin(origin),
  };
}
