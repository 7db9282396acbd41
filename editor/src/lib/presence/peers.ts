import { Store } from '../app/store.ts';
import { colourOf } from './person-colour.ts';

/** Somebody else in the same document. The same object until their name changes. */
export interface Person {
  readonly client: number;
  readonly name: string;
  readonly colour: string;
}

/** What somebody else is at. */
export interface Peer extends Person {
  readonly person: Person;
  readonly selection: readonly string[];
  /** Where their pointer is, in parts of the module under it, so that it is right at any width. */
  readonly pointer?: { readonly id: string; readonly x: number; readonly y: number };
}

export interface PeersState {
  /** In the order they came; new whenever a pointer moves. */
  readonly peers: readonly Peer[];
  /** The same array until somebody comes or goes. */
  readonly people: readonly Person[];
  /** Who has selected an instance. An array is the same until that changes. */
  readonly at: ReadonlyMap<string, readonly Person[]>;
}

/** As much of the awareness of y-protocols as is needed. */
interface Awareness {
  readonly clientID: number;
  getStates(): ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  on(event: 'change', listener: (change: AwarenessChange) => void): void;
  off(event: 'change', listener: (change: AwarenessChange) => void): void;
}
type AwarenessChange = Readonly<Record<'added' | 'updated' | 'removed', readonly number[]>>;

/** Everybody else in the document: the awareness is read once for all who show it, and what did not change stays the same object. */
export class Peers {
  readonly state = new Store<PeersState>({ peers: [], people: [], at: new Map() });

  /** @returns ends it. */
  follow(awareness: Awareness | null): () => void {
    if (!awareness) return () => {};
    const read = () => this.#take(peersIn(awareness, this.state.get().people));
    const hear = ({ added, updated, removed }: AwarenessChange) => {
      if ([...added, ...updated, ...removed].some((client) => client !== awareness.clientID)) read();
    };
    read();
    awareness.on('change', hear);
    return () => awareness.off('change', hear);
  }

  #take(peers: readonly Peer[]): void {
    const before = this.state.get();
    const people = kept(
      before.people,
      peers.map(({ person }) => person),
    );
    const at = new Map<string, Person[]>();
    for (const { person, selection } of peers)
      for (const id of selection) at.set(id, [...(at.get(id) ?? []), person]);
    this.state.set({
      peers,
      people,
      at: new Map([...at].map(([id, found]) => [id, kept(before.at.get(id), found)])),
    });
  }
}

function peersIn(awareness: Awareness, known: readonly Person[]): readonly Peer[] {
  return [...awareness.getStates()].flatMap(([client, state]): Peer[] => {
    const user = state.user as { name?: string; id?: string } | undefined;
    if (client === awareness.clientID || !user?.name) return [];
    const { selection, pointer } = state as Partial<Peer>;
    const { name } = user;
    const person = known.find((each) => each.client === client && each.name === name) ?? {
      client,
      name,
      colour: colourOf(user.id ?? name),
    };
    return [
      {
        ...person,
        person,
        selection: Array.isArray(selection) ? selection : [],
        ...(pointer && { pointer }),
      },
    ];
  });
}

function kept(before: readonly Person[] | undefined, now: readonly Person[]): readonly Person[] {
  const isSame = before?.length === now.length && now.every((person, index) => person === before[index]);
  return isSame ? before : now;
}
