import type { RoomActor } from '../room/rights.ts';

/** What routes of the API know of a request. */
export interface ApiEnvironment {
  readonly Variables: { actor: RoomActor };
}

/** Thrown where a request is refused; the sentence is for the person who sent it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: 400 | 401 | 403 | 404 | 409;

  constructor(status: 400 | 401 | 403 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws Refusal when the actor lacks the capability. */
export function requireCapability(actor: RoomActor, capability: string): void {
  if (!actor.capabilities.includes(capability))
    throw new Refusal(403, `This needs the capability "${capability}". Ask an owner for a role that has it.`);
}

/** @throws Refusal when a request that changes something does not come from the editor itself. */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOwn =
    site === null
      ? origin !== null && URL.canParse(origin) && new URL(origin).host === hostOf(request)
      : site === 'same-origin';
  if (!isOwn) throw new Refusal(403, 'Only the editor itself may change things here.');
}

function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}
