import { keyPrefix } from './action-key.ts';
import { canonicalJson } from './canonical-json.ts';
import type { AnyAction, AnyMutation, AnyPublicAction } from './define-action.ts';
import type { SharedDimensions } from './dimensions.ts';

/** Inputs and characters in one GET: short enough for every proxy. */
const MOST_INPUTS = 50;
const MOST_CHARACTERS = 1800;

/** Milliseconds: islands are roots of their own and wake up in tasks of their own, so a microtask would part them. */
const GATHER = 4;

type WireAnswer = { value?: unknown; missing?: true; error?: string; problems?: readonly string[] };

interface Waiting {
  readonly action: AnyAction;
  /** Canonical JSON of the input. */
  readonly input: string;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The browser's side of `PROTOCOL.md`: gathers the questions of a moment and sends as few requests as possible. */
export class ServerAsker {
  private readonly context: Readonly<SharedDimensions>;
  private readonly fetch: typeof globalThis.fetch;
  private waiting: Waiting[] = [];

  constructor(context: Readonly<SharedDimensions>, fetch: typeof globalThis.fetch) {
    this.context = context;
    this.fetch = fetch;
  }

  /** Resolves with the answer, `null` when there is no such thing. */
  ask(action: AnyAction, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked = { action, input: canonicalJson(input), resolve, reject };
      if (this.waiting.push(asked) === 1) setTimeout(() => this.send(), GATHER);
    });
  }

  /** Sends a mutation; questions that ride along are answered after it. */
  async mutate(
    mutation: AnyMutation,
    input: unknown,
    key: string,
    questions: readonly { action: string; input: unknown }[],
  ): Promise<{ outcome: unknown; answers: readonly WireAnswer[] }> {
    const { mutations, answers } = (await this.post({
      mutations: [{ mutation: mutation.id, input, key }],
      questions,
    })) as { mutations: readonly (WireAnswer & { outcome?: unknown })[]; answers: readonly WireAnswer[] };
    const [done] = mutations;
    if (!done || !('outcome' in done)) throw failure(mutation.id, done ?? {});
    return { outcome: done.outcome, answers };
  }

  private send(): void {
    const waiting = this.waiting;
    this.waiting = [];
    const privates = waiting.filter(({ action }) => action.class === 'private');
    if (privates.length > 0) this.settle(privates, (inputs) => this.askPrivate(inputs));
    const publics = Map.groupBy(
      waiting.filter(({ action }) => action.class === 'public'),
      ({ action }) => action,
    );
    for (const [action, asked] of publics)
      for (const part of parts(asked))
        this.settle(part, (inputs) => this.askPublic(action as AnyPublicAction, inputs));
  }

  /** Asks each input once, and gives everyone who asked it the answer. */
  private settle(
    asked: readonly Waiting[],
    ask: (unique: readonly Waiting[]) => Promise<readonly WireAnswer[]>,
  ): void {
    const keyOf = ({ action, input }: Waiting) => `${action.id}#${input}`;
    const unique = [...new Map(asked.map((each) => [keyOf(each), each])).values()];
    ask(unique).then(
      (answers) => {
        const byKey = new Map(unique.map((each, i) => [keyOf(each), answers[i]]));
        for (const each of asked) {
          const answer = byKey.get(keyOf(each)) ?? {};
          if (answer.missing) each.resolve(null);
          else if ('value' in answer) each.resolve(answer.value ?? null);
          else each.reject(failure(each.action.id, answer));
        }
      },
      (error: Error) => {
        for (const { reject } of asked) reject(error);
      },
    );
  }

  private async askPublic(
    action: AnyPublicAction,
    asked: readonly Waiting[],
  ): Promise<readonly WireAnswer[]> {
    // Sorted, so that the same questions have the same address everywhere.
    const sorted = [...asked].sort((a, b) => (a.input < b.input ? -1 : 1));
    const dimensions = keyPrefix(action, this.context).slice(action.id.length + 1, -1);
    const inputs = encodeURIComponent(`[${sorted.map(({ input }) => input).join(',')}]`);
    const address = `/_a/${action.id}?i=${inputs}${dimensions === '' ? '' : `&${dimensions}`}`;
    const { answers } = (await read(await this.fetch(address))) as { answers: readonly WireAnswer[] };
    return asked.map((each) => answers[sorted.indexOf(each)] ?? {});
  }

  private async askPrivate(asked: readonly Waiting[]): Promise<readonly WireAnswer[]> {
    const questions = asked.map(({ action, input }) => ({ action: action.id, input: JSON.parse(input) }));
    return ((await this.post({ questions })) as { answers: readonly WireAnswer[] }).answers;
  }

  private async post(body: object): Promise<unknown> {
    const response = await this.fetch('/_a', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ context: this.context, ...body }),
    });
    return read(response);
  }
}

function* parts(asked: readonly Waiting[]): Iterable<readonly Waiting[]> {
  let part: Waiting[] = [];
  let length = 0;
  for (const each of asked) {
    const more = encodeURIComponent(each.input).length + 3;
    if (part.length === MOST_INPUTS || (part.length > 0 && length + more > MOST_CHARACTERS)) {
      yield part;
      part = [];
      length = 0;
    }
    part.push(each);
    length += more;
  }
  yield part;
}

async function read(response: Response): Promise<unknown> {
  const body = await response.json().catch(() => ({ error: `The shop answered ${response.status}.` }));
  if (!response.ok) throw new Error(body.error ?? `The shop answered ${response.status}.`);
  return body;
}

function failure(id: string, answer: WireAnswer): Error {
  return new Error(answer.error ?? answer.problems?.join(' ') ?? `The shop did not answer "${id}".`);
}
