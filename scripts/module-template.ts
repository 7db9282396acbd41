import { camelCase, pascalCase } from './module-library.ts';

/** The files of a new module by name: a heading and a line of text that keep every rule and are there to be replaced. */
export function moduleTemplate(id: string): Readonly<Record<string, string>> {
  const name = camelCase(id);
  const view = `${pascalCase(id)}View`;
  const title = id[0]!.toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return {
    [`${id}.module.ts`]: `import { defineModule, text } from '@vitrine/modules';

/** What it is for, in one sentence. */
export const ${name} = defineModule({
  id: '${id}',
  title: '${title}',
  kind: 'section',
  version: 1,
  config: {
    title: text({ label: 'Title', required: true, maxLength: 80 }),
    text: text({ label: 'Text', multiline: true }),
  },
});
`,
    [`${id}.view.tsx`]: `import type { ModuleProps } from '@vitrine/modules';
import styles from './${id}.module.css';
import type { ${name} } from './${id}.module.ts';

export function ${view}({ id, config }: ModuleProps<typeof ${name}>) {
  return (
    <section className={styles.root} aria-labelledby={\`\${id}-title\`}>
      <h2 id={\`\${id}-title\`}>{config.title}</h2>
      {config.text && <p>{config.text}</p>}
    </section>
  );
}
`,
    [`${id}.module.css`]: `.root {
  padding: var(--space-6) var(--layout-gutter);
}
`,
    [`${id}.presets.ts`]: `import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  {
    name: 'Default',
    props: {
      title: '${title}',
      'title@de': '${title}',
      text: 'A sentence or two about what is to be seen here.',
      'text@de': 'Ein oder zwei Sätze über das, was hier zu sehen ist.',
    },
  },
];
`,
    [`${id}.test.ts`]: `import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const ${name} = moduleById(library, '${id}');

test('It keeps the rules of every module', () => {
  expect(checkModule(${name}, { library, folder: '${id}' })).toEqual([]);
});

test('Its title is a heading', () => {
  expect(renderPreset(${name}, 'Default')).toContain('${title}</h2>');
});
`,
  };
}
