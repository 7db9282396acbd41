import type { Private } from './define-action.ts';

const contents = new WeakMap<object, unknown>();

/** Puts a private answer into a box that has no fields, no string form and no JSON form. */
export function sealPrivate<T>(actionId: string, value: T): Private<T> {
  const refuse = (use: PropertyKey): never => {
    throw new Error(
      `The answer of private action "${actionId}" was read (${String(use)}) outside a hole. Make the module a hole: only there private answers are opened.`,
    );
  };
  const box = new Proxy(Object.freeze(Object.create(null)), {
    get(_, name) {
      // Promises look for `then` on every value they carry.
      if (name === 'then') return undefined;
      return refuse(name);
    },
    has: (_, name) => refuse(name),
    ownKeys: () => refuse('its keys'),
    getOwnPropertyDescriptor: (_, name) => refuse(name),
  });
  contents.set(box, value);
  return box as Private<T>;
}

/** Opens boxes where a view may see them: the value itself, or the boxes in an array. */
export function openPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isPrivate(item) ? contents.get(item) : item));
  return isPrivate(value) ? contents.get(value) : value;
}

export function isPrivate(value: unknown): value is Private<unknown> & object {
  return typeof value === 'object' && value !== null && contents.has(value);
}
