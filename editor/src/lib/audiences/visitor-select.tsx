import { Checkbox, NativeSelect } from '@mantine/core';
import type { VersionName } from '@vitrine/content';
import { useEditor, useView } from '../app/editor-context.tsx';
import css from '../app/preview-as.module.css';
import { showAudience, shownVersion, showVersion } from './show-as.ts';
import { useCrowd } from './use-crowd.ts';

/** As which visitors the page is shown: any of the audiences, and with which version of each test. */
export function VisitorSelect() {
  const editor = useEditor();
  const { crowd } = useCrowd();
  const chosen = useView((view) => view.audiences);
  return (
    <>
      {crowd.audiences.length > 0 && (
        <fieldset className={css.visitors}>
          <legend className={css.label}>Visitors</legend>
          {crowd.audiences.map((audience) => (
            <Checkbox
              key={audience.id}
              size="xs"
              label={audience.name}
              checked={chosen.some(({ id }) => id === audience.id)}
              onChange={(event) => showAudience(editor, audience, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
      {crowd.experiments.map((experiment) => (
        <NativeSelect
          key={experiment.id}
          size="xs"
          label={`Test: ${experiment.name}`}
          data={experiment.versions.map(({ name, label }) => ({
            value: name,
            label: `${name.toUpperCase()}: ${label}`,
          }))}
          value={shownVersion(editor, experiment.id)}
          onChange={(event) => showVersion(editor, experiment, event.currentTarget.value as VersionName)}
        />
      ))}
    </>
  );
}
