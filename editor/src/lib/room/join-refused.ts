/**
 * Thrown where the sync server asks whether somebody may come in; the browser is told the reason. Without a message, for whatever has
 * one is printed by the sync server.
 */
export class JoinRefused extends Error {
  override readonly name = 'JoinRefused';
  readonly kind: 'missing' | 'refused';
  readonly reason: string;

  constructor(kind: JoinRefused['kind'], reason: string) {
    super();
    this.kind = kind;
    this.reason = reason;
  }
}
