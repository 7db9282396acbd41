import type { CategoryInput } from '@vitrine/commerce-engine/client';
import { both, type Pair } from './define-product.ts';

interface Branch {
  readonly name: Pair;
  readonly slug: Pair;
  readonly text: Pair;
  /** A product picture that stands for it; departments have scenes of their own. */
  readonly picture?: string;
  readonly below?: Readonly<Record<string, Branch>>;
}

const tree: Readonly<Record<string, Branch>> = {
  home: {
    name: ['Home', 'Zuhause'],
    slug: ['home', 'zuhause'],
    text: [
      'Stoneware, glass, light and the small furniture a room is lived in with.',
      'Steinzeug, Glas, Licht und die kleinen Möbel, mit denen man einen Raum bewohnt.',
    ],
    below: {
      tableware: {
        name: ['Tableware', 'Geschirr'],
        slug: ['tableware', 'geschirr'],
        text: [
          'Thrown and glazed in one workshop above the harbour. Every piece goes with every other.',
          'In einer Werkstatt über dem Hafen gedreht und glasiert. Jedes Stück passt zu jedem anderen.',
        ],
        picture: 'shoal-plate-tide-3',
        below: {
          mugs: {
            name: ['Mugs & cups', 'Becher & Tassen'],
            slug: ['mugs', 'becher-tassen'],
            text: ['For the first coffee and the last tea.', 'Für den ersten Kaffee und den letzten Tee.'],
            picture: 'tide-mug-ochre-3',
          },
          bowls: {
            name: ['Bowls', 'Schalen'],
            slug: ['bowls', 'schalen'],
            text: ['From porridge to the big salad.', 'Vom Haferbrei bis zum großen Salat.'],
            picture: 'cove-bowl-deep-sea-3',
          },
          plates: {
            name: ['Plates & trays', 'Teller & Tabletts'],
            slug: ['plates-trays', 'teller-tabletts'],
            text: ['To eat from and to carry it on.', 'Zum Essen und zum Auftragen.'],
            picture: 'shoal-plate-oat-3',
          },
          jugs: {
            name: ['Jugs & glass', 'Krüge & Gläser'],
            slug: ['jugs-glass', 'kruege-glaeser'],
            text: ['Things to pour from and to pour into.', 'Zum Ausschenken und zum Einschenken.'],
            picture: 'brook-carafe-tide-3',
          },
        },
      },
      kitchen: {
        name: ['Kitchen', 'Küche'],
        slug: ['kitchen', 'kueche'],
        text: [
          'Tools that get better the more often they are washed up.',
          'Werkzeug, das mit jedem Abwasch besser wird.',
        ],
        picture: 'drift-board-oak-3',
        below: {
          boards: {
            name: ['Boards & knives', 'Bretter & Messer'],
            slug: ['boards-knives', 'bretter-messer'],
            text: ['Oiled wood, good steel.', 'Geöltes Holz, guter Stahl.'],
            picture: 'drift-board-walnut-3',
          },
          storage: {
            name: ['Storage & serving', 'Vorrat & Servieren'],
            slug: ['storage-serving', 'vorrat-servieren'],
            text: [
              'Where the oats live, and what carries breakfast to bed.',
              'Wo die Haferflocken wohnen und was das Frühstück ans Bett trägt.',
            ],
            picture: 'larder-jar-slate-3',
          },
        },
      },
      light: {
        name: ['Light', 'Licht'],
        slug: ['light', 'licht'],
        text: [
          'For a coast where it gets dark at four in winter.',
          'Für eine Küste, an der es im Winter um vier dunkel wird.',
        ],
        picture: 'beacon-lamp-ochre-3',
        below: {
          'table-lamps': {
            name: ['Table lamps', 'Tischleuchten'],
            slug: ['table-lamps', 'tischleuchten'],
            text: ['A warm circle on the sideboard.', 'Ein warmer Kreis auf der Anrichte.'],
            picture: 'dune-table-lamp-tide-3',
          },
          'floor-lamps': {
            name: ['Floor lamps', 'Stehleuchten'],
            slug: ['floor-lamps', 'stehleuchten'],
            text: ['To read by, or to see who is coming.', 'Zum Lesen, oder um zu sehen, wer kommt.'],
            picture: 'mast-floor-lamp-moss-3',
          },
          pendants: {
            name: ['Pendants', 'Pendelleuchten'],
            slug: ['pendants', 'pendelleuchten'],
            text: ['Hang them low over the table.', 'Hängen Sie sie tief über den Tisch.'],
            picture: 'bell-pendant-rowan-3',
          },
          candles: {
            name: ['Candles & holders', 'Kerzen & Leuchter'],
            slug: ['candles', 'kerzen-leuchter'],
            text: ['Beeswax and cast iron.', 'Bienenwachs und Gusseisen.'],
            picture: 'skerry-candle-holder-brass-3',
          },
        },
      },
      living: {
        name: ['Living', 'Wohnen'],
        slug: ['living', 'wohnen'],
        text: [
          'Vases, baskets, stools and the things on the wall.',
          'Vasen, Körbe, Hocker und was an der Wand hängt.',
        ],
        picture: 'creel-basket-sand-3',
        below: {
          vases: {
            name: ['Vases', 'Vasen'],
            slug: ['vases', 'vasen'],
            text: ['For one twig or the whole hedge.', 'Für einen Zweig oder die ganze Hecke.'],
            picture: 'reed-vase-tide-3',
          },
          'small-furniture': {
            name: ['Small furniture', 'Kleinmöbel'],
            slug: ['small-furniture', 'kleinmoebel'],
            text: ['Useful in every room, in the way in none.', 'In jedem Raum nützlich, in keinem im Weg.'],
            picture: 'milking-stool-birch-3',
          },
        },
      },
    },
  },
  textiles: {
    name: ['Textiles', 'Textilien'],
    slug: ['textiles', 'textilien'],
    text: [
      'Wool from salt-marsh sheep, linen from the next valley but one.',
      'Wolle von Salzwiesenschafen, Leinen aus dem übernächsten Tal.',
    ],
    below: {
      'bed-sofa': {
        name: ['Bed & sofa', 'Bett & Sofa'],
        slug: ['bed-sofa', 'bett-sofa'],
        text: [
          'Weight where you want it, warmth where you need it.',
          'Gewicht, wo man es mag, Wärme, wo man sie braucht.',
        ],
        picture: 'northwind-blanket-moss-3',
        below: {
          blankets: {
            name: ['Blankets', 'Decken'],
            slug: ['blankets', 'decken'],
            text: ['Woven on looms older than we are.', 'Auf Webstühlen gewebt, die älter sind als wir.'],
            picture: 'northwind-blanket-rowan-3',
          },
          cushions: {
            name: ['Cushions', 'Kissen'],
            slug: ['cushions', 'kissen'],
            text: ['Filled with wool, not with foam.', 'Gefüllt mit Wolle statt mit Schaumstoff.'],
            picture: 'fen-cushion-heather-3',
          },
        },
      },
      'kitchen-bath': {
        name: ['Kitchen & bath', 'Küche & Bad'],
        slug: ['kitchen-bath', 'kueche-bad'],
        text: ['Cloth for wet hands.', 'Stoff für nasse Hände.'],
        picture: 'swell-towel-tide-3',
        below: {
          towels: {
            name: ['Towels', 'Handtücher'],
            slug: ['towels', 'handtuecher'],
            text: ['Waffle weave, quick to dry.', 'Waffelpikee, schnell trocken.'],
            picture: 'swell-towel-sand-3',
          },
          'table-linen': {
            name: ['Aprons & table linen', 'Schürzen & Tischwäsche'],
            slug: ['aprons-table-linen', 'schuerzen-tischwaesche'],
            text: ['For cooking, drying up and sitting down.', 'Zum Kochen, Abtrocknen und Hinsetzen.'],
            picture: 'smokehouse-apron-ink-3',
          },
        },
      },
    },
  },
  wear: {
    name: ['Wear', 'Kleidung'],
    slug: ['wear', 'kleidung'],
    text: [
      'Knitwear and rain gear, cut for work and worn for everything.',
      'Strick und Regenzeug, geschnitten für die Arbeit, getragen zu allem.',
    ],
    below: {
      knitwear: {
        name: ['Knitwear', 'Strick'],
        slug: ['knitwear', 'strick'],
        text: [
          'Knitted in the next village, mended here for nothing.',
          'Im Nachbardorf gestrickt, bei uns kostenlos geflickt.',
        ],
        picture: 'fisher-jumper-oat-3',
        below: {
          jumpers: {
            name: ['Jumpers', 'Pullover'],
            slug: ['jumpers', 'pullover'],
            text: ['One for the boat, one for best.', 'Einer fürs Boot, einer für gut.'],
            picture: 'fisher-jumper-ink-3',
          },
          cardigans: {
            name: ['Cardigans & slipovers', 'Strickjacken & Pullunder'],
            slug: ['cardigans-slipovers', 'strickjacken-pullunder'],
            text: ['For the hours between warm and cold.', 'Für die Stunden zwischen warm und kalt.'],
            picture: 'lantern-cardigan-ochre-3',
          },
        },
      },
      outerwear: {
        name: ['Outerwear', 'Jacken'],
        slug: ['outerwear', 'jacken'],
        text: [
          'It will rain. It may as well be pleasant.',
          'Es wird regnen. Dann soll es wenigstens angenehm sein.',
        ],
        picture: 'squall-jacket-ochre-3',
        below: {
          'rain-jackets': {
            name: ['Rain jackets & smocks', 'Regenjacken & Überwürfe'],
            slug: ['rain-jackets', 'regenjacken'],
            text: ['Welded, taped, sewn twice.', 'Verschweißt, getapt, doppelt genäht.'],
            picture: 'squall-jacket-deep-sea-3',
          },
        },
      },
      accessories: {
        name: ['Accessories', 'Accessoires'],
        slug: ['accessories', 'accessoires'],
        text: ['Head, hands, neck and feet.', 'Kopf, Hände, Hals und Füße.'],
        picture: 'bollard-beanie-rowan-3',
        below: {
          'hats-scarves': {
            name: ['Hats & scarves', 'Mützen & Schals'],
            slug: ['hats-scarves', 'muetzen-schals'],
            text: ['Against wind from every side.', 'Gegen Wind von allen Seiten.'],
            picture: 'fairway-scarf-tide-3',
          },
          'socks-mittens': {
            name: ['Socks & mittens', 'Socken & Fäustlinge'],
            slug: ['socks-mittens', 'socken-faeustlinge'],
            text: ['Always in pairs.', 'Immer paarweise.'],
            picture: 'rope-mittens-heather-3',
          },
        },
      },
    },
  },
  outdoors: {
    name: ['Outdoors', 'Draußen'],
    slug: ['outdoors', 'draussen'],
    text: [
      'Bags, flasks and tools for the path along the cliff and the allotment behind it.',
      'Taschen, Flaschen und Werkzeug für den Weg an der Steilküste und den Garten dahinter.',
    ],
    below: {
      bags: {
        name: ['Bags', 'Taschen'],
        slug: ['bags', 'taschen'],
        text: ['Waxed, stitched, repairable.', 'Gewachst, vernäht, reparierbar.'],
        picture: 'haul-backpack-moss-3',
        below: {
          backpacks: {
            name: ['Backpacks', 'Rucksäcke'],
            slug: ['backpacks', 'rucksaecke'],
            text: ['For a day, or for three.', 'Für einen Tag oder für drei.'],
            picture: 'haul-backpack-ochre-3',
          },
          'totes-weekenders': {
            name: ['Totes & weekenders', 'Beutel & Reisetaschen'],
            slug: ['totes-weekenders', 'beutel-reisetaschen'],
            text: ['For the market and for the ferry.', 'Für den Markt und für die Fähre.'],
            picture: 'market-tote-oat-3',
          },
        },
      },
      trail: {
        name: ['Camp & trail', 'Lager & Weg'],
        slug: ['camp-trail', 'lager-weg'],
        text: ['Tea at the lookout, light on the jetty.', 'Tee am Aussichtspunkt, Licht auf dem Steg.'],
        picture: 'pier-lantern-rowan-3',
        below: {
          flasks: {
            name: ['Flasks & mugs', 'Flaschen & Becher'],
            slug: ['flasks-mugs', 'flaschen-becher'],
            text: ['Hot for twelve hours, cold for longer.', 'Zwölf Stunden heiß, noch länger kalt.'],
            picture: 'watch-flask-deep-sea-3',
          },
          'camp-gear': {
            name: ['Lanterns & seats', 'Laternen & Sitze'],
            slug: ['lanterns-seats', 'laternen-sitze'],
            text: ['For staying a little longer.', 'Um noch ein wenig zu bleiben.'],
            picture: 'pier-lantern-tar-3',
          },
          tools: {
            name: ['Knives & tools', 'Messer & Werkzeug'],
            slug: ['knives-tools', 'messer-werkzeug'],
            text: ['Few, simple and sharp.', 'Wenige, einfache, scharfe.'],
            picture: 'allotment-trowel-oak-3',
          },
          rain: {
            name: ['Rain', 'Regen'],
            slug: ['rain', 'regen'],
            text: ['For the walk you take anyway.', 'Für den Gang, den man trotzdem macht.'],
            picture: 'lee-umbrella-ochre-3',
          },
        },
      },
    },
  },
};

export const demoCategories: readonly CategoryInput[] = Object.entries(tree).flatMap(([handle, branch], at) =>
  flatten(handle, branch, at),
);

function flatten(handle: string, branch: Branch, position: number, parent?: string): CategoryInput[] {
  const src = branch.picture ? `demo/${branch.picture}.svg` : `demo/department-${handle}.svg`;
  const own: CategoryInput = {
    handle,
    ...(parent ? { parent } : {}),
    name: both(branch.name),
    slug: both(branch.slug),
    description: { en: `<p>${branch.text[0]}</p>`, de: `<p>${branch.text[1]}</p>` },
    seo: {
      title: { en: `${branch.name[0]} – Ostrand`, de: `${branch.name[1]} – Ostrand` },
      description: both(branch.text),
    },
    image: { src, alt: both(branch.name), width: 1200, height: 1500 },
    position,
  };
  const below = Object.entries(branch.below ?? {}).flatMap(([child, inner], at) =>
    flatten(child, inner, at, handle),
  );
  return [own, ...below];
}
