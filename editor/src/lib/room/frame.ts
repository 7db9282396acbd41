import { IncomingMessage, MessageType } from '@hocuspocus/server';
import { decodeStateVector } from 'yjs';

/**
 * Whether a message is one a browser's editor can send. The sync server would notice what is not later, and print it; whatever an update
 * does is judged in the room.
 */
export function isFrame(bytes: Uint8Array): boolean {
  try {
    const message = new IncomingMessage(bytes);
    message.readVarString();
    const read = readers[message.readVarUint()];
    return read !== undefined && read(message) !== false;
  } catch {
    return false;
  }
}

/** By kind of message. `false`, or an error, is no. */
const readers: Readonly<Record<number, (message: IncomingMessage) => unknown>> = {
  [MessageType.Sync]: (message) => {
    const step = message.readVarUint();
    const payload = message.readVarUint8Array();
    return step === 0 ? decodeStateVector(payload) : step <= 2;
  },
  [MessageType.Awareness]: (message) => readPresence(new IncomingMessage(message.readVarUint8Array())),
  [MessageType.Auth]: (message) => message.readVarUint() === 0 && message.readVarString().length < 4_096,
  [MessageType.QueryAwareness]: () => true,
  [MessageType.Stateless]: (message) => message.readVarString(),
  [MessageType.CLOSE]: () => true,
};

function readPresence(states: IncomingMessage): void {
  for (let left = states.readVarUint(); left > 0; left--) {
    states.readVarUint();
    states.readVarUint();
    JSON.parse(states.readVarString());
  }
}
