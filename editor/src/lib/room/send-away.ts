import type { Connection } from '@hocuspocus/server';
import { closings } from './room-limits.ts';

/** Why somebody cannot stay, as a sentence. */
export interface Farewell {
  readonly kind: 'refused' | 'unavailable' | 'ended';
  readonly message: string;
}

/** A document was thrown away. */
export const thrownAway: Farewell & { readonly kind: 'ended' } = {
  kind: 'ended',
  message:
    'This page was thrown away. What was saved is in the trash, and what was not is kept in this browser.',
};

/** Tells a browser why, and closes its connection with a code that says what to do. */
export function sendAway(connection: Connection, { kind, message }: Farewell): void {
  const closing = closings[kind];
  connection.readOnly = true;
  connection.sendStateless(JSON.stringify({ kind, message }));
  connection.close(closing);
  connection.webSocket.close(closing.code, closing.reason);
}
