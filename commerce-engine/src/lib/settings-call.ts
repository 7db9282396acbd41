/** A change of the shop's settings that notes in the audit log itself what it changed. */
export function settingsCall(name: string, body: unknown) {
  return { name, capability: 'settings.write', body, auditsItself: true } as const;
}
