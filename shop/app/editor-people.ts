import type { CommerceEngine } from '@vitrine/commerce-engine';

const asked = { kind: 'system' as const, reason: 'who may open the editor' };

/** As the editor's API asks for them. */
const opens: ReadonlySet<string> = new Set(['content.preview', 'content.write']);

/** Everybody who may open the editor, by name: who can be mentioned there. */
export function editorPeople(identity: Pick<CommerceEngine['identity'], 'staff' | 'roles'>) {
  return async (): Promise<readonly { readonly id: string; readonly name: string }[]> => {
    const roles = identity
      .roles(asked)
      .filter(({ capabilities }) => capabilities.some((each) => opens.has(each)))
      .map(({ id }) => id as string);
    const staff = await identity.staff(asked);
    return staff
      .filter((person) => person.state !== 'left' && person.roles.some((role) => roles.includes(role)))
      .map(({ id, name }) => ({ id, name }));
  };
}
