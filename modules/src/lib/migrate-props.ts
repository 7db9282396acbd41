import type { AnyModule } from './define-module.ts';

type Props = Readonly<Record<string, unknown>>;

/**
 * Props written for an older version of a module, brought to its current one. Returns them unchanged when they are current.
 * Throws when they were written for a version that does not exist yet, or a step is missing.
 */
export function migrateProps(module: AnyModule, props: Props, from: number): Props {
  if (!Number.isInteger(from) || from < 1 || from > module.version) {
    throw new Error(
      `Props of module "${module.id}" say version ${from}; this build knows 1 to ${module.version}. Deploy the newer build, or correct the document.`,
    );
  }
  const steps = (module.migrations ?? []).slice(from - 1, module.version - 1);
  if (steps.length < module.version - from) {
    throw new Error(
      `Module "${module.id}" is at version ${module.version} but has ${module.migrations?.length ?? 0} migrations. It needs ${module.version - 1}: one for each step from version 1.`,
    );
  }
  let current: Props = props;
  for (const step of steps) current = step({ ...current });
  return current;
}
