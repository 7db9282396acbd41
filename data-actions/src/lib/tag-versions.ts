/** The versions of some tags at one moment. Taken before data is read, it tells later whether the data is still true. */
export interface TagSnapshot {
  /** @internal Places in the table, with the ticks seen there. */
  readonly slots: readonly number[];
  /** @internal */
  readonly ticks: readonly number[];
  /** @internal Epoch at which it was taken. */
  readonly born: number;
  /** @internal Epoch at which it was last found current. */
  checked: number;
}

/** Carries bumps to the other processes and brings theirs. */
export interface BumpTransport {
  /** Resolves with the number the whole cluster knows this bump by. */
  publish(slots: readonly number[]): Promise<number>;
}

const SIZE = 1 << 18;
const UNKNOWN = -1;

/**
 * Versions of cache tags in this process. Tags share 262,144 places by hash: memory is bounded whatever tags appear, a bump
 * is one addition, and two tags that meet in a place only cost an answer that is asked for again.
 *
 * A tag is bumped after the transaction that changed the data has committed. A snapshot is taken before the data is read.
 */
export class TagVersions {
  /** Rises with every bump anywhere in the table. */
  private epoch = 1;
  /** Snapshots taken before this epoch are not believed any more. */
  private floor = 0;
  private readonly ticks = new Uint32Array(SIZE);
  /** Cluster version of each place, as far as this process knows it. Made when a transport is connected. */
  private cluster: Float64Array | undefined;
  /** Bumps of this process that the cluster has not confirmed. */
  private pending: Uint16Array | undefined;
  private transport: BumpTransport | undefined;

  /**
   * Everything that lists one of these tags is out of date from now on, in this process at once; the promise resolves when
   * the shared cache has been told, or after a second, and telling it goes on.
   */
  async bump(tags: readonly string[]): Promise<void> {
    const slots = [...new Set(tags.map(slotOf))];
    if (slots.length === 0) return;
    this.tick(slots);
    const { transport, pending } = this;
    if (!transport || !pending) return;
    for (const slot of slots) pending[slot]!++;
    const told = transport.publish(slots).then((version) => {
      for (const slot of slots) {
        pending[slot]!--;
        // No tick: what was read since then was read after the commit.
        this.cluster![slot] = Math.max(this.cluster![slot]!, version);
      }
    });
    let stop!: ReturnType<typeof setTimeout>;
    const patience = new Promise<void>((resolve) => {
      stop = setTimeout(resolve, 1000);
    });
    await Promise.race([told, patience]).finally(() => clearTimeout(stop));
  }

  snapshot(tags: readonly string[]): TagSnapshot {
    return this.snapshotOf(tags.map(slotOf));
  }

  /** Whether nothing in it was bumped since it was taken. */
  isCurrent(snapshot: TagSnapshot): boolean {
    if (snapshot.checked === this.epoch) return true;
    if (snapshot.born < this.floor) return false;
    const { slots, ticks } = snapshot;
    for (let i = 0; i < slots.length; i++) if (this.ticks[slots[i]!] !== ticks[i]) return false;
    snapshot.checked = this.epoch;
    return true;
  }

  /** One snapshot that is current while all of these are. */
  join(snapshots: Iterable<TagSnapshot>): TagSnapshot {
    const joined = new Map<number, number>();
    let born = this.epoch;
    let checked = this.epoch;
    for (const one of snapshots) {
      born = Math.min(born, one.born);
      checked = Math.min(checked, one.checked);
      for (let i = 0; i < one.slots.length; i++) {
        const known = joined.get(one.slots[i]!);
        // Of two moments the earlier one decides; 0xffffffff is further away than any bump between two snapshots.
        if (known === undefined || (known - one.ticks[i]!) >>> 0 < 0x80000000)
          joined.set(one.slots[i]!, one.ticks[i]!);
      }
    }
    return { slots: [...joined.keys()], ticks: [...joined.values()], born, checked };
  }

  /** @internal */
  snapshotOf(slots: readonly number[]): TagSnapshot {
    const ticks = slots.map((slot) => this.ticks[slot]!);
    return { slots, ticks, born: this.epoch, checked: this.epoch };
  }

  /** @internal From here on bumps travel. @throws when it travels another way already. */
  connect(transport: BumpTransport): void {
    if (this.transport && this.transport !== transport)
      throw new Error(
        'These tag versions are connected to a shared cache already. Make one table per shared cache.',
      );
    this.transport = transport;
    this.cluster ??= new Float64Array(SIZE).fill(UNKNOWN);
    this.pending ??= new Uint16Array(SIZE);
  }

  /** @internal A bump of another process. */
  heard(slots: readonly number[], version: number): void {
    this.tick(slots);
    for (const slot of slots) this.cluster![slot] = Math.max(this.cluster![slot]!, version);
  }

  /** @internal What the shared cache says the version of a place is. */
  learn(slot: number, version: number): void {
    const known = this.cluster![slot]!;
    if (this.pending![slot]! > 0 || version <= known) return;
    // A known version that rose means a bump on its way to us: what rests on it is out of date already.
    if (known !== UNKNOWN) this.tick([slot]);
    this.cluster![slot] = version;
  }

  /** @internal Cluster versions of the places; `undefined` when one is not known for certain. */
  clusterVersions(slots: readonly number[]): number[] | undefined {
    const { cluster, pending } = this;
    if (!cluster || !pending) return undefined;
    const versions: number[] = [];
    for (const slot of slots) {
      if (pending[slot]! > 0 || cluster[slot] === UNKNOWN) return undefined;
      versions.push(cluster[slot]!);
    }
    return versions;
  }

  /** @internal Bumps may have been missed: nothing from before is believed until the shared cache confirms it. */
  missed(): void {
    this.floor = ++this.epoch;
    this.cluster?.fill(UNKNOWN);
  }

  private tick(slots: readonly number[]): void {
    for (const slot of slots) this.ticks[slot]!++;
    this.epoch++;
  }
}

/** A table of tag versions: one per process. */
export function createTagVersions(): TagVersions {
  return new TagVersions();
}

/** The place of a tag in every table of the cluster: FNV-1a, folded. */
export function slotOf(tag: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < tag.length; i++) hash = Math.imul(hash ^ tag.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 18)) & (SIZE - 1);
}
