/**
 * Takes the place of `zod` in the browser's islands: schemas are written there, never used, for the server checks every
 * input. Whatever is built from it is again nothing; asking it to check something throws. See `decisions/0006`.
 */
export const z: unknown = new Proxy(() => {}, {
  get(_, name) {
    if (typeof name === 'symbol') return undefined;
    if (CHECKS.test(name))
      throw new Error(
        `"${name}" of a zod schema was used in an island, and schemas are not in the browser. Check the value by hand, or let the server answer.`,
      );
    return z;
  },
  apply: () => z,
});

const CHECKS = /^(~standard|(safe)?(parse|encode|decode)(async)?|spa)$/i;
