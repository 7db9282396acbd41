/** The origin of every transaction a page writes for the person at this browser; undo tracks it. */
export const LOCAL: unique symbol = Symbol('local');
