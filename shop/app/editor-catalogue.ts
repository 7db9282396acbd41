import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { CommerceClient } from '@vitrine/commerce-engine/client';
import type { PageNode } from '@vitrine/content';
import type { Catalogue, ModuleDescription } from '@vitrine/editor/server';
import {
  describeFields,
  type ModuleRegistry,
  type Preset,
  type RegisteredModule,
  shapesOf,
} from '@vitrine/modules';
import type { Theme } from '@vitrine/themes';
import { groupName } from './group-name.ts';

export interface CatalogueOptions {
  readonly registry: ModuleRegistry;
  readonly theme: Theme;
  readonly channels: Awaited<ReturnType<CommerceEngine['channels']>>;
  readonly commerce: CommerceClient;
  /** Ids of customer groups. */
  readonly groups: readonly string[];
}

/** What the editor must know of this shop. */
export async function editorCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const { registry, theme, channels } = options;
  return {
    modules: registry.all.map((registered) => describe(registered, registry)),
    groups: [
      { id: 'anyone', name: 'Guests and customers in no group' },
      ...options.groups.map((id) => ({ id, name: groupName(id) })),
    ],
    channels: channels.map(({ id, name, locales, currencies }) => ({ id, name, locales, currencies })),
    colours: Object.entries(theme.tokens)
      .filter(([token]) => token.startsWith('colour.'))
      .map(([token, value]) => ({ token, value, label: labelOf(token) })),
    samples: await samplesOf(options),
  };
}

function describe({ module, presets }: RegisteredModule, registry: ModuleRegistry): ModuleDescription {
  const { id, title, kind, version, slots = {}, config } = module;
  return {
    id,
    title,
    kind,
    version,
    ...(module.subjects && { subjects: module.subjects }),
    ...(module.isPartOfOne && { isPartOfOne: true }),
    ...(module.alsoCalled && { alsoCalled: module.alsoCalled }),
    slots,
    fields: describeFields(config),
    shapes: shapesOf(config),
    presets: presets
      .filter(({ isState }) => !isState)
      .map((preset) => ({
        name: preset.name,
        props: preset.props as PageNode['props'],
        ...(preset.slots && { slots: slotsOf(preset.slots, registry, id) }),
      })),
  };
}

// A preset names those in its slots by module and preset; on a page they are instances of their own.
function slotsOf(
  slots: NonNullable<Preset['slots']>,
  registry: ModuleRegistry,
  prefix: string,
): NonNullable<PageNode['slots']> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, children]) => [
      name,
      children.flatMap(({ type, preset }, index): PageNode[] => {
        const registered = registry.get(type);
        const found = registered?.presets.find((each) => each.name === preset);
        if (!registered || !found) return [];
        const id = `${prefix}-${name}-${index}`;
        return [
          {
            id,
            type,
            v: registered.module.version,
            props: found.props as PageNode['props'],
            ...(found.slots && { slots: slotsOf(found.slots, registry, id) }),
          },
        ];
      }),
    ]),
  );
}

/** `colour.accent-soft` → `Accent soft`. */
function labelOf(token: string): string {
  const words = token.replace(/^colour\./, '').replace(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Addresses of something of each kind that is in the shop, so that a template is never shown with nothing in it. */
export async function samplesOf({
  channels,
  commerce,
}: Pick<CatalogueOptions, 'channels' | 'commerce'>): Promise<Record<string, string>> {
  const [channel] = channels;
  const fixed = { page: '/', search: '/search', cart: '/cart', 'not-found': '/nowhere-to-be-found' };
  if (!channel) return fixed;
  const market = {
    channel: channel.id,
    locale: channel.locales[0]!,
    currency: channel.currencies[0]!,
    customerGroup: 'anyone',
  };
  const [tree, found] = await Promise.all([
    commerce.catalog.categoryTree(market),
    commerce.search.search(market, { pageSize: 1 }),
  ]);
  const [product] = await commerce.catalog.productsById(market, found.productIds);
  return {
    ...fixed,
    ...(tree[0] && { category: `/c/${tree[0].slug}` }),
    ...(product && { product: `/p/${product.slug}` }),
  };
}
