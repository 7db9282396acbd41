import type { AnyModule, Strangers } from '@vitrine/modules';
import type { InstanceWords, PlannedInstance } from './stages.ts';

/** What an instance says beside its HTML. A module that throws here, tells what is no JSON, or names what is no origin, says nothing of that. */
export function instanceWords(
  module: AnyModule,
  config: Readonly<Record<string, unknown>>,
  complain: (message: string) => void,
): InstanceWords {
  if (!module.structured && !module.strangers) return SILENT;
  try {
    // Written here, where what cannot be costs this instance alone; what is read back can be written again.
    const written = JSON.stringify(module.structured?.({ config }));
    const structured = written === undefined ? undefined : JSON.parse(written);
    const { frames = [], films = [] } = module.strangers?.({ config }) ?? {};
    const strangers = { frames: frames.filter(isOrigin), films: films.filter(isOrigin) };
    const odd = [...frames, ...films].filter((each) => !isOrigin(each));
    if (odd.length > 0)
      complain(`It names ${odd.join(', ')}, which is no origin such as https://player.example.`);
    return { ...(structured && { structured }), ...(module.strangers && { strangers }) };
  } catch (error) {
    complain(
      `It could not say what belongs to it: ${error instanceof Error ? error.message : String(error)}`,
    );
    return SILENT;
  }
}

/** Those of all instances of a page, each once. */
export function strangersOf(instances: readonly PlannedInstance[]): Strangers {
  const all = instances.flatMap(({ told }) => (told.strangers ? [told.strangers] : []));
  if (all.length === 0) return NOBODY;
  const once = (names: readonly string[]) => [...new Set(names)].sort();
  return {
    frames: once(all.flatMap(({ frames = [] }) => frames)),
    films: once(all.flatMap(({ films = [] }) => films)),
  };
}

const SILENT: InstanceWords = Object.freeze({});
const NOBODY: Strangers = Object.freeze({});

// It goes into a header: nothing but an origin may get there.
function isOrigin(text: string): boolean {
  return /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/.test(text);
}
