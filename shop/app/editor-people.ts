import type { CommerceEngine } from '@vitrine/commerce-engine';

const asked = { kind: 'system' as const, reason: 'who may open the editor' };

/** As the editor's API asks for them. */
const opens: ReadonlySet<string> = new Set(['content.preview', 'content.write']);

type Identity = Pick<CommerceEngine['identity'], 'staff' | 'roles'>;
type People = () => Promise<readonly { readonly id: string; readonly name: string }[]>;

/** Everybody who may open the editor, by name: who can be mentioned there. */
export function editorPeople(identity: Identity): People {
  return peopleWith(identity, (capabilities) => capabilities.some((each) => opens.has(each)));
}

/** Everybody who may open the editor and publish, by name: who can be asked for a review. */
export function editorPublishers(identity: Identity): People {
  return peopleWith(
    identity,
    (capabilities) =>
      capabilities.includes('content.publish') && capabilities.some((each) => opens.has(each)),
  );
}

function peopleWith(identity: Identity, isEnough: (capabilities: readonly string[]) => boolean): People {
  return async () => {
    const roles = new Map(identity.roles(asked).map(({ id, capabilities }) => [id as string, capabilities]));
    const staff = await identity.staff(asked);
    return staff
      .filter(({ state }) => state !== 'left')
      .filter((person) => isEnough(person.roles.flatMap((role) => roles.get(role) ?? [])))
      .map(({ id, name }) => ({ id, name }));
  };
}
