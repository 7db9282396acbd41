import { expect, test } from 'vitest';
import type { AnyModule } from '../define-module.ts';
import type { Link } from '../fields/field.ts';
import { link } from '../fields/link.ts';
import type { RegisteredModule } from '../registry.ts';
import { library } from '../testing-fixture/library.gen.ts';
import { checkModule } from './check-module.ts';

const [counter, teaser] = library as [RegisteredModule, RegisteredModule];
const withModule = (change: Partial<AnyModule>): RegisteredModule => ({
  ...teaser,
  module: { ...teaser.module, ...change },
});
const check = (registered: RegisteredModule) =>
  checkModule(registered, { library, folder: registered.module.id }).join('\n');

test.each(library.map((each) => [each.module.id, each] as const))(
  '[MOD-24] %s keeps all rules of a module',
  (_, registered) => {
    expect(checkModule(registered, { library, folder: registered.module.id })).toEqual([]);
  },
);

test('[MOD-24] An id that is not kebab-case or not its folder is found', () => {
  expect(checkModule(withModule({ id: 'Teaser' }), { library, folder: 'teaser' })).toEqual(
    expect.arrayContaining([
      'Teaser: the id must be kebab-case',
      'Teaser: the id must be its folder\'s name, "teaser"',
    ]),
  );
});

test('[MOD-24] Missing translations, migrations and defaults of query parameters are found', () => {
  expect(check(withModule({ messages: { ...teaser.module.messages, de: {} } }))).toContain(
    'message "more" is missing in de',
  );
  expect(check(withModule({ version: 5 }))).toContain('version 5 needs 4 migrations and has 1');
});

test('[MOD-24] Presets that break the rules of fields or slots are found', () => {
  const presets = [
    { name: 'Wrong', props: { align: 'up' }, slots: { content: [{ type: 'teaser', preset: 'Words' }] } },
  ];
  const problems = check({ ...teaser, presets });
  expect(problems).toContain('preset "Wrong": "Alignment" is "up". Expected: one of left, centre.');
  expect(problems).toContain('preset "Wrong": "Title" must be filled in.');
  expect(problems).toContain('preset "Wrong": slot "content" does not take a "teaser"');
});

test('[MOD-24] A view that throws, forgets a slot, shows it twice or says unknown messages is found', () => {
  const throwing = () => {
    throw new Error('no lamp');
  };
  expect(check({ ...teaser, view: throwing })).toContain(
    'preset "Words" in de: The view of module "teaser" threw',
  );
  expect(check({ ...counter, view: () => <b>a</b> })).toContain('slot "note" is rendered by no preset');
  const twice: RegisteredModule['view'] = ({ slots }) => [slots.note, <i key="a">{slots.note}</i>];
  expect(check({ ...counter, view: twice })).toContain('slot "note" is rendered more than once');
  const mute: RegisteredModule['view'] = ({ t, slots }) => (
    <p key="a">
      {t('nope')}
      {slots.note}
    </p>
  );
  expect(check({ ...counter, view: mute })).toContain('there is no message "nope"');
});

test('[MOD-30] A link that forgets to open another window, or lets it reach back, is found', () => {
  const config = { more: link({ label: 'More' }) };
  const presets = [{ name: 'Link', props: { more: { kind: 'page', path: '/a' } } }];
  const withLink = (anchor: Readonly<Record<string, string>>): RegisteredModule => ({
    ...withModule({ config, version: 1, migrations: [], slots: {} }),
    presets,
    view: ({ config: { more }, href }) =>
      more ? (
        <a {...anchor} href={href(more as Link)}>
          More
        </a>
      ) : null,
  });
  const problem = 'preset "Link": a link that is to open another window does not';
  expect(check(withLink({}))).toContain(problem);
  expect(check(withLink({ target: '_blank' }))).toContain(problem);
  expect(check(withLink({ target: '_blank', rel: 'noopener' }))).not.toContain(problem);
});

test('[MOD-24] Markup that is unsafe, unstable or unfinished is found', () => {
  let renders = 0;
  const view: RegisteredModule['view'] = ({ slots }) => {
    renders += 1;
    return (
      <div id="a">
        <script id="a" />
        {/* biome-ignore lint/a11y/useAltText: the fault is planted */}
        <img src="x" />
        <p>{`${undefined} ${renders}`}</p>
        {slots.content}
      </div>
    );
  };
  const problems = check({ ...teaser, view });
  for (const says of [
    'a <script>',
    'the text "undefined',
    'the id "a" twice',
    'a picture without alt',
    'two renders differ',
  ]) {
    expect(problems).toContain(says);
  }
});

test("[MOD-21] A style sheet that reaches for another module's class is found", () => {
  expect(check({ ...teaser, css: `${teaser.css} .hero__title { color: red }` })).toContain(
    'touches the class "hero__title"',
  );
});
