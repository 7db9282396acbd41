/** Where this room says what happened. A pino logger fits. */
export interface Logger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Warnings and errors to standard error, one JSON line each; nothing else. */
export const stderrLogger: Logger = {
  info() {},
  warn: (facts, message) => write('warn', facts, message),
  error: (facts, message) => write('error', facts, message),
};

function write(level: string, facts: object, message: string): void {
  const readable = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, value instanceof Error ? value.stack : value]),
  );
  process.stderr.write(`${JSON.stringify({ level, message, ...readable })}\n`);
}
