import type { OutputOf } from '@vitrine/data-actions';
import type { getCategoryTree } from '@vitrine/data-actions/library';
import type { Preset } from '@vitrine/modules';

type Node = OutputOf<typeof getCategoryTree>[number];

function node(name: string, children: readonly Node[] = []): Node {
  const slug = name.toLowerCase().replace(/\W+/g, '-');
  return { id: slug, slug, name, children };
}

const tree = [
  node('Home', [
    node('Tableware', [node('Mugs & cups'), node('Bowls'), node('Plates'), node('Jugs & glass')]),
    node('Kitchen', [node('Boards & knives'), node('Storage & serving')]),
    node('Light', [node('Table lamps'), node('Floor lamps'), node('Pendants'), node('Candles')]),
    node('Living', [node('Vases'), node('Small furniture'), node('Walls')]),
  ]),
  node('Textiles', [node('Blankets', [node('Wool'), node('Cotton')]), node('Cushions'), node('Towels')]),
  node('Clothes', [
    node('Knitwear', [node('Jumpers'), node('Cardigans')]),
    node('Rain'),
    node('Accessories'),
  ]),
  node('Outdoors', [node('Bags', [node('Rucksacks'), node('Totes')]), node('On the way'), node('Garden')]),
];

const links = [{ label: 'About', 'label@de': 'Über uns', link: { kind: 'page', path: '/about' } }];
const slots = {
  search: [{ type: 'search-box', preset: 'Default' }],
  account: [{ type: 'account-badge', preset: 'Signed in' }],
  cart: [{ type: 'cart-badge', preset: 'Three pieces' }],
};

export const presets: readonly Preset[] = [
  { name: 'With search and cart', props: { name: 'Ostrand', links }, data: { tree }, slots },
  {
    name: 'Long German words',
    isState: true,
    props: { name: 'Küstenversandhandelsgesellschaft' },
    data: {
      tree: [
        node('Wohnzimmereinrichtung', [
          node('Stehleuchten & Deckenfluterzubehör', [node('Leuchtmittelersatzteile')]),
        ]),
        node('Küchenhandtücher', [node('Geschirrtuchaufhänger')]),
        node('Regenbekleidung', [node('Südwester')]),
      ],
    },
    slots,
  },
  { name: 'Without categories', isState: true, props: { name: 'Ostrand' }, data: { tree: undefined } },
];
