/** A mistake of the person at the keyboard: printed as its message, without a stack, exit code 2. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
