import type { PageNode } from '@vitrine/content';
import type { InstanceInfo } from './canvas-door.ts';
import { contentOf, findPlaces } from './instance-places.ts';

/** An instance as the server shows it. */
export interface ServedInstance {
  readonly content: readonly ChildNode[];
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly info: InstanceInfo;
}

export interface ServedInstances {
  readonly instances: ReadonlyMap<string, ServedInstance>;
  /** Style sheet of the answer, for modules the page had none of so far. */
  readonly css: string;
}

interface StateScript {
  readonly document: string;
  readonly prefix: string;
  readonly frame: unknown;
  readonly instances: Readonly<
    Record<
      string,
      InstanceInfo & { readonly print: string; readonly data?: Readonly<Record<string, unknown>> }
    >
  >;
}

/** What a canvas page brings along about its instances. @throws when the page is no canvas. */
export function readState(document: Document): StateScript {
  const json = document.getElementById('vt-canvas')?.textContent;
  if (!json) throw new Error('This page is no canvas: it says nothing about its instances.');
  return JSON.parse(json) as StateScript;
}

const SHEET = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** Asks the server for instances that are not on its page, or not in this form. @throws when it does not answer or refuses. */
export async function askServer(nodes: readonly PageNode[], address: string): Promise<ServedInstances> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nodes }),
  });
  const text = await answer.text();
  if (!answer.headers.get('content-type')?.startsWith('text/html'))
    throw new Error(`The server did not show the module (${answer.status}): ${text.slice(0, 200)}`);
  // A parsed page stands under the policy of this one, which does not trust the nonce of another answer: its sheet is taken out before.
  const page = new DOMParser().parseFromString(text.replaceAll(SHEET, ''), 'text/html');
  const state = readState(page);
  const { places } = findPlaces(page);
  const instances = nodes.flatMap(({ id }): [string, ServedInstance][] => {
    const place = places.get(id);
    if (!place) return [];
    const { data, ...info } = state.instances[id] ?? fragmentState;
    return [[id, { content: contentOf(place), data, info }]];
  });
  return {
    instances: new Map(instances),
    css: text.matchAll(SHEET).next().value?.[1] ?? '',
  };
}

// The instance that names a fragment is none on the page: those of the fragment stand in its place.
const fragmentState = { state: 'ok', problems: [], trace: [], data: undefined } as const;
