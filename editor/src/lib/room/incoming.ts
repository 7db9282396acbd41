import { type beforeSyncPayload, type Connection, OutgoingMessage } from '@hocuspocus/server';
import type { RoomActor } from './rights.ts';
import type { Room } from './room.ts';
import { sendAway } from './send-away.ts';

/** What the server knows of everybody who is connected to a document. */
export interface Visit {
  readonly actor: RoomActor;
}

/** Kinds of messages of the Yjs protocol; a question tells what a browser has. */
const QUESTION = 0;
const ANSWER = 1;
const UPDATE = 2;

/**
 * What stands between the messages of browsers and a document. The sync server applies and acknowledges what is written after these
 * promises resolve; by then it is in the room and stored, or the connection is made one that writes nothing.
 */
export class Incoming {
  readonly #roomOf: (document: string) => Room | undefined;
  /** Acknowledgements that wait until the browser has sent what was missing. */
  readonly #owed = new WeakMap<Connection, number>();
  readonly #muted = new WeakSet<Connection>();
  /** What browsers had when they came, until they have told what they did with it. */
  readonly #seen = new WeakMap<Connection, Uint8Array>();

  constructor(roomOf: (document: string) => Room | undefined) {
    this.#roomOf = roomOf;
  }

  async before({ type, payload, connection, documentName }: beforeSyncPayload<Visit>): Promise<void> {
    if (type === QUESTION) this.#seen.set(connection, payload.slice());
    if (type !== ANSWER && type !== UPDATE) return;
    // What follows something that was kept back builds on it, and comes again with the answer.
    if (type === UPDATE && this.#owed.has(connection)) return this.#keepBack(connection);
    const room = this.#roomOf(documentName);
    if (!room) return sendAway(connection, { kind: 'unavailable', message: 'This page was just closed.' });
    // A copy: what Yjs keeps must not be bytes of a socket's buffer.
    const admitted = await room.admit(payload.slice(), {
      actor: connection.context.actor,
      origin: { source: 'connection', connection },
      isAnswer: type === ANSWER,
      seen: this.#seen.get(connection),
    });
    // With its answer a browser has told all it did before it saw what is here.
    if (type === ANSWER) this.#seen.delete(connection);
    switch (admitted.kind) {
      case 'applied':
      case 'nothing-new':
        if (type === ANSWER) this.#settle(connection);
        return;
      case 'incomplete':
        if (type === UPDATE) return this.#askForMore(connection);
        payload.fill(0);
        return sendAway(connection, {
          kind: 'refused',
          message: 'Your copy of this page does not fit the one here. It is loaded again.',
        });
      default:
        // What cannot be read must not reach the sync server either; zeros are an update in which nothing is.
        if (admitted.kind === 'refused') payload.fill(0);
        return sendAway(connection, admitted);
    }
  }

  after(connection: Connection): void {
    if (!this.#muted.delete(connection)) return;
    connection.readOnly = false;
  }

  /** Happens when somebody writes before his browser has told what he did offline. */
  #askForMore(connection: Connection): void {
    this.#mute(connection);
    // The answer is acknowledged itself, and nobody counted on that: it stands for this one.
    this.#owed.set(connection, 0);
    const question = new OutgoingMessage(connection.messageAddress);
    connection.send(question.createSyncMessage().writeFirstSyncStepFor(connection.document).toUint8Array());
  }

  #keepBack(connection: Connection): void {
    this.#mute(connection);
    this.#owed.set(connection, (this.#owed.get(connection) ?? 0) + 1);
  }

  /** What just came is not applied and not acknowledged. */
  #mute(connection: Connection): void {
    if (connection.readOnly) return;
    connection.readOnly = true;
    this.#muted.add(connection);
  }

  #settle(connection: Connection): void {
    for (let left = this.#owed.get(connection) ?? 0; left > 0; left--)
      connection.send(new OutgoingMessage(connection.messageAddress).writeSyncStatus(true).toUint8Array());
    this.#owed.delete(connection);
  }
}
