import type { Preset } from '../define-module.ts';
import type { AnyView, RegisteredModule } from '../registry.ts';
import { type AnyViewProps, renderInstance } from '../render/render-instance.ts';
import { presetProps } from './preset-props.ts';

export interface RenderPresetOptions {
  /** Default `en`. */
  readonly locale?: string;
  /** Default `EUR`. */
  readonly currency?: string;
  /** Where modules in the preset's slots are found. Default: the module itself. */
  readonly library?: readonly RegisteredModule[];
  /** Of the instance. Default: the module's id. */
  readonly id?: string;
  /** Chooses a theme's view and style sheet. Default: the module's own. */
  readonly choose?: (registered: RegisteredModule) => { readonly view: AnyView; readonly css: string };
}

/** An island in a rendered preset: what is needed to wake it up. */
export interface PresetIsland {
  readonly id: string;
  readonly view: AnyView;
  readonly props: AnyViewProps;
}

/** The HTML of a preset with the data and slots it brings along, as the runtime would render it. */
export function renderPreset(
  registered: RegisteredModule,
  presetName: string,
  options: RenderPresetOptions = {},
): string {
  return renderPresetTree(registered, presetOf(registered, presetName), options).html;
}

/** The same with the islands in it, outermost first, and the style sheets of all modules in it, each once. */
export function renderPresetTree(
  registered: RegisteredModule,
  preset: Preset,
  options: RenderPresetOptions = {},
): { html: string; islands: PresetIsland[]; css: string[] } {
  const { locale = 'en', currency = 'EUR', library = [registered], id = registered.module.id } = options;
  const { view, css } = options.choose?.(registered) ?? registered;
  const sheets = new Set([css]);
  const islands: PresetIsland[] = [];
  const slots: Record<string, string> = {};
  for (const [name, contents] of Object.entries(preset.slots ?? {})) {
    slots[name] = '';
    for (const [index, content] of contents.entries()) {
      const inner = moduleById(library, content.type);
      const within = { ...options, id: `${id}-${name}-${index}` };
      const rendered = renderPresetTree(inner, presetOf(inner, content.preset), within);
      slots[name] += rendered.html;
      islands.push(...rendered.islands);
      for (const sheet of rendered.css) sheets.add(sheet);
    }
  }
  const props = presetProps(registered, preset, { id, locale, currency, slots });
  const html = renderInstance({ registered, view, props });
  return {
    html,
    islands: registered.module.island ? [{ id, view, props }, ...islands] : islands,
    css: [...sheets],
  };
}

/** The module with this id; throws a sentence when there is none. */
export function moduleById(library: readonly RegisteredModule[], id: string): RegisteredModule {
  const found = library.find((each) => each.module.id === id);
  if (found) return found;
  throw new Error(
    `There is no module "${id}". Registered: ${library.map((each) => each.module.id).join(', ')}.`,
  );
}

/** The module's preset with this name; throws a sentence when there is none. */
export function presetOf(registered: RegisteredModule, name: string): Preset {
  const found = registered.presets.find((each) => each.name === name);
  if (found) return found;
  const names = registered.presets.map((each) => each.name).join(', ');
  throw new Error(`Module "${registered.module.id}" has no preset "${name}". Its presets: ${names}.`);
}
