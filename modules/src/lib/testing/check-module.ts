import { parseVariantKey } from '@vitrine/content';
import type { Preset } from '../define-module.ts';
import type { Field, Fields } from '../fields/field.ts';
import type { RegisteredModule } from '../registry.ts';
import { renderInstance } from '../render/render-instance.ts';
import { messageTable } from '../translate.ts';
import { validateProps } from '../validate-props.ts';
import { checkHtml } from './check-html.ts';
import { presetProps } from './preset-props.ts';
import { renderPresetTree } from './render-preset.ts';

export interface CheckModuleOptions {
  /** Where modules in the presets' slots are found. Default: the module itself. */
  readonly library?: readonly RegisteredModule[];
  /** Name of the folder the module lives in; must be its id. */
  readonly folder?: string;
  /** Languages every preset must render in. Default: English and German. */
  readonly locales?: readonly string[];
}

/** What every module must keep, whoever wrote it. Returns the broken rules as sentences; an empty list is a good module. */
export function checkModule(registered: RegisteredModule, options: CheckModuleOptions = {}): string[] {
  const checks = [
    checkIdentity,
    checkMessages,
    checkStyles,
    checkPresets,
    checkSlots,
    checkRendering,
    checkWindows,
  ];
  return checks
    .flatMap((check) => check(registered, options))
    .map((says) => `${registered.module.id}: ${says}`);
}

function checkIdentity({ module, presets }: RegisteredModule, { folder }: CheckModuleOptions): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(module.id)) problems.push('the id must be kebab-case');
  if (folder !== undefined && folder !== module.id)
    problems.push(`the id must be its folder's name, "${folder}"`);
  if (presets.length === 0) problems.push('it needs at least one preset');
  if (new Set(presets.map((preset) => preset.name)).size !== presets.length)
    problems.push('preset names must differ');
  const migrations = module.migrations?.length ?? 0;
  if (migrations !== module.version - 1) {
    problems.push(`version ${module.version} needs ${module.version - 1} migrations and has ${migrations}`);
  }
  if (module.query && !module.query.safeParse({}).success) {
    problems.push('every query parameter must have a default or be optional');
  }
  return problems;
}

const pluralForm = /\.(zero|one|two|few|many|other)$/;

function checkMessages({ module }: RegisteredModule): string[] {
  const { messages } = module;
  if (!messages) return [];
  if (!messages.en) return ['messages must be there in English'];
  const keysOf = (locale: string) =>
    new Set(Object.keys(messages[locale]!).map((key) => key.replace(pluralForm, '')));
  const english = keysOf('en');
  return Object.keys(messages).flatMap((locale) => {
    const keys = keysOf(locale);
    const missing = [...english].filter((key) => !keys.has(key));
    const extra = [...keys].filter((key) => !english.has(key));
    return [
      ...missing.map((key) => `message "${key}" is missing in ${locale}`),
      ...extra.map((key) => `message "${key}" is in ${locale} but not in English`),
    ];
  });
}

function checkStyles({ module, css }: RegisteredModule): string[] {
  const classes = css
    .replace(/url\([^)]*\)|"[^"]*"|'[^']*'|\/\*[\s\S]*?\*\//g, '')
    .matchAll(/\.([a-z_][\w-]*)/gi);
  // Classes that begin with `vt-` are the theme's vocabulary; a module may place them.
  const own = (name: string) => name.startsWith(`${module.id}__`) || name.startsWith('vt-');
  const foreign = new Set([...classes].map((match) => match[1]!).filter((name) => !own(name)));
  return [...foreign].map((name) => `its style sheet touches the class "${name}", which is not its own`);
}

function checkPresets({ module, presets }: RegisteredModule, { library }: CheckModuleOptions): string[] {
  return presets.flatMap((preset) => {
    const says = (text: string) => `preset "${preset.name}": ${text}`;
    const problems = validateProps(module, preset.props).map((problem) => says(problem.message));
    for (const [name, contents] of Object.entries(preset.slots ?? {})) {
      const slot = module.slots?.[name];
      if (!slot) problems.push(says(`there is no slot "${name}"`));
      else if (slot.max !== undefined && contents.length > slot.max)
        problems.push(says(`slot "${name}" takes ${slot.max}`));
      for (const { type } of slot ? contents : []) {
        const inner = library?.find((each) => each.module.id === type)?.module;
        if (inner && !slot!.allow.includes(inner.id) && !slot!.allow.includes(inner.kind)) {
          problems.push(says(`slot "${name}" does not take a "${type}"`));
        }
      }
    }
    const unknown = Object.keys(preset.query ?? {}).length > 0 && !module.query;
    if (unknown) problems.push(says('the module reads no query parameters'));
    else if (module.query && !module.query.safeParse(preset.query ?? {}).success)
      problems.push(says('its query is refused'));
    return problems;
  });
}

// A slot may depend on settings, so one preset that shows it is enough; none may show it twice.
function checkSlots(registered: RegisteredModule): string[] {
  const names = Object.keys(registered.module.slots ?? {});
  const marks = Object.fromEntries(names.map((name) => [name, `<i>slot:${name}</i>`]));
  const pages = registered.presets.map((preset) => attempt(() => renderWith(registered, preset, marks)));
  return names.flatMap((name) => {
    const counts = pages.map((html) => (html ?? '').split(marks[name]!).length - 1);
    if (counts.some((count) => count > 1)) return [`slot "${name}" is rendered more than once`];
    return counts.some((count) => count === 1) ? [] : [`slot "${name}" is rendered by no preset`];
  });
}

function checkRendering(registered: RegisteredModule, options: CheckModuleOptions): string[] {
  const { library = [registered], locales = ['en', 'de'] } = options;
  const [first] = registered.presets;
  const bare: Preset[] = first ? [{ ...first, name: 'without settings', props: {} }] : [];
  return [...registered.presets, ...bare].flatMap((preset) =>
    locales.flatMap((locale) => {
      const render = () => renderPresetTree(registered, preset, { locale, library }).html;
      const says = (text: string) => `preset "${preset.name}" in ${locale}: ${text}`;
      try {
        const html = render();
        const problems = checkHtml(html);
        if (render() !== html) problems.push('two renders differ');
        return [...problems, ...unknownMessages(registered, preset, locale)].map(says);
      } catch (thrown) {
        return [says((thrown as Error).message)];
      }
    }),
  );
}

// The author of a page decides whether a link opens another window, and that must not be able to reach back.
function checkWindows(registered: RegisteredModule, { library }: CheckModuleOptions): string[] {
  const stranger = 'https://stranger.example/';
  const anchor = new RegExp(`<a [^>]*href="${stranger}"[^>]*>`, 'g');
  const elsewhere = { kind: 'url', href: stranger, newTab: true };
  const names = registered.presets.flatMap((preset) => {
    const props = withLinks(preset.props, registered.module.config as Fields, elsewhere);
    const html = attempt(() => renderPresetTree(registered, { ...preset, props }, { library }).html) ?? '';
    const anchors = html.match(anchor) ?? [];
    const isKept = anchors.every((each) => /target="_blank"/.test(each) && /rel="[^"]*noopener/.test(each));
    return isKept ? [] : [preset.name];
  });
  return names.map((name) => `preset "${name}": a link that is to open another window does not`);
}

function withLinks(
  props: Readonly<Record<string, unknown>>,
  fields: Fields,
  link: unknown,
): Readonly<Record<string, unknown>> {
  const within = (field: Field<unknown> | undefined, value: unknown): unknown => {
    if (field?.kind === 'link') return link;
    if (field?.kind === 'list' && Array.isArray(value)) return value.map((item) => within(field.item, item));
    if (field?.kind === 'object' && field.fields)
      return withLinks(value as Readonly<Record<string, unknown>>, field.fields, link);
    return value;
  };
  return Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key,
      within(fields[parseVariantKey(key)?.name ?? key], value),
    ]),
  );
}

function unknownMessages(registered: RegisteredModule, preset: Preset, locale: string): string[] {
  const table = messageTable(registered.module, locale);
  const unknown = new Set<string>();
  const props = presetProps(registered, preset, { id: 'check', locale, currency: 'EUR', slots: {} });
  const t = (key: string, values?: Readonly<Record<string, string | number>>) => {
    const known = key in table || `${key}.other` in table;
    if (!known) unknown.add(key);
    return props.t(key, values);
  };
  renderInstance({ registered, props: { ...props, t } });
  return [...unknown].map((key) => `there is no message "${key}"`);
}

function renderWith(
  registered: RegisteredModule,
  preset: Preset,
  slots: Readonly<Record<string, string>>,
): string {
  const props = presetProps(registered, preset, { id: 'check', locale: 'en', currency: 'EUR', slots });
  return renderInstance({ registered, props });
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    // Reported by checkRendering with its reason.
    return undefined;
  }
}
