/** What `useId` begins with inside an instance: the same when it is rendered and when it wakes up. */
export function identifierPrefix(instanceId: string): string {
  return `${instanceId}-`;
}
