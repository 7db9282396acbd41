import { getCategory } from '@vitrine/data-actions/library';
import { category, defineModule, list, select, text } from '@vitrine/modules';

/** Ways into the catalogue, as pictures. Without a choice: the categories below the page's own. */
export const categoryTiles = defineModule({
  id: 'category-tiles',
  title: 'Category tiles',
  alsoCalled: ['categories', 'departments', 'collections'],
  kind: 'section',
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 90 }),
    categories: list({
      label: 'Categories',
      help: 'None: those below the category of the page.',
      max: 12,
      of: category({ label: 'Category', default: undefined }),
    }),
    shape: select({
      label: 'Shape',
      group: 'Look',
      options: { portrait: 'Upright', square: 'Square', landscape: 'Wide' },
    }),
  },
  data: ({ config, subject, need, many }) => {
    const slugs = config.categories.map((slug) => ({ slug }));
    if (slugs.length > 0 || subject.kind !== 'category' || !subject.slug) {
      return { categories: many(getCategory, slugs) };
    }
    const children = need(getCategory, { slug: subject.slug }).map((page) =>
      page.children.map(({ slug }) => ({ slug })),
    );
    return { categories: many(getCategory, children) };
  },
});
