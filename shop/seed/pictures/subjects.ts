import type { Hex } from './colour.ts';
import type { Draw } from './drawing.ts';
import { type ColourKey, hexOf } from './palette.ts';
import {
  atDusk,
  byTheSea,
  laidOut,
  onFloor,
  onLinen,
  onPegs,
  onShelf,
  onStool,
  onTable,
  onWall,
  type Setting,
} from './settings.ts';
import * as bags from './shapes/bags.ts';
import * as kitchen from './shapes/kitchen.ts';
import * as light from './shapes/light.ts';
import * as living from './shapes/living.ts';
import * as tableware from './shapes/tableware.ts';
import * as textiles from './shapes/textiles.ts';
import * as trail from './shapes/trail.ts';
import * as wear from './shapes/wear.ts';

/** What is drawn for one product: the form, the colours it comes in, and where it is shown in use. */
export interface Subject {
  readonly draw: Draw;
  readonly colours: readonly ColourKey[];
  readonly setting: Setting;
  /** Second colour, the same for all or by colour. */
  readonly accent?: Hex | Partial<Record<ColourKey, Hex>>;
  readonly size?: number;
  readonly tilts?: readonly [front: number, close: number];
}

/** Product handle → what is drawn for it. */
export const subjects: Readonly<Record<string, Subject>> = {
  'tide-mug': { draw: tableware.mug, colours: ['deep-sea', 'ochre', 'chalk', 'rowan'], setting: onTable },
  'skerry-tumbler': { draw: tableware.tumbler, colours: ['tide', 'chalk', 'moss', 'peat'], setting: onShelf },
  'ferry-espresso-cup': { draw: tableware.espressoCup, colours: ['chalk', 'ink', 'ochre'], setting: onTable },
  'cove-bowl': {
    draw: tableware.bowl,
    colours: ['oat', 'deep-sea', 'heather'],
    setting: onTable,
    tilts: [0.28, 0.52],
  },
  'tern-pouring-bowl': { draw: tableware.pouringBowl, colours: ['chalk', 'tide'], setting: onShelf },
  'shoal-plate': {
    draw: tableware.plate,
    colours: ['chalk', 'tide', 'oat', 'slate'],
    setting: onLinen,
    tilts: [0.6, 0.74],
  },
  'harbour-jug': { draw: tableware.jug, colours: ['chalk', 'deep-sea', 'sand'], setting: onLinen },
  'lull-teapot': { draw: tableware.teapot, colours: ['moss', 'tar', 'oat'], setting: onTable },
  'brook-carafe': { draw: kitchen.carafe, colours: ['clear', 'smoke', 'tide'], setting: onLinen },
  'brook-glasses': { draw: kitchen.glasses, colours: ['clear', 'smoke', 'tide'], setting: onTable },
  'drift-board': { draw: kitchen.board, colours: ['oak', 'walnut'], setting: laidOut },
  'galley-spoons': { draw: kitchen.spoons, colours: ['birch'], setting: laidOut },
  'larder-jar': { draw: kitchen.jar, colours: ['chalk', 'slate'], setting: onTable },
  'galley-knife': { draw: kitchen.cookKnife, colours: ['oak', 'tar'], setting: laidOut },
  'bollard-pepper-mill': { draw: kitchen.mill, colours: ['walnut', 'rowan', 'tar'], setting: onTable },
  'quay-tray': { draw: living.tray, colours: ['deep-sea', 'ochre', 'heather', 'tar'], setting: laidOut },
  'dune-table-lamp': { draw: light.tableLamp, colours: ['tide', 'chalk', 'rowan'], setting: atDusk },
  'beacon-lamp': { draw: light.domeLamp, colours: ['chalk', 'deep-sea', 'ochre', 'tar'], setting: atDusk },
  'mast-floor-lamp': { draw: light.mastLamp, colours: ['tar', 'moss', 'brass'], setting: atDusk },
  'heron-floor-lamp': { draw: light.tripodLamp, colours: ['oak'], setting: onFloor },
  'bell-pendant': {
    draw: light.bellPendant,
    colours: ['deep-sea', 'chalk', 'rowan', 'tar'],
    setting: atDusk,
  },
  'buoy-pendant': { draw: light.buoyPendant, colours: ['chalk', 'ochre'], setting: atDusk },
  'skerry-candle-holder': { draw: living.candleHolder, colours: ['tar', 'brass', 'chalk'], setting: onLinen },
  'beeswax-candles': {
    draw: living.candles,
    colours: ['ochre', 'chalk', 'rowan', 'deep-sea'],
    setting: laidOut,
  },
  'reed-vase': { draw: living.tallVase, colours: ['chalk', 'tide', 'peat', 'moss'], setting: onShelf },
  'pebble-vase': { draw: living.pebbleVase, colours: ['fog', 'heather', 'ochre', 'tar'], setting: onTable },
  'anchor-vase': { draw: living.shoulderVase, colours: ['deep-sea', 'oat'], setting: onShelf },
  'creel-basket': { draw: living.basket, colours: ['sand', 'tar'], setting: onFloor },
  'milking-stool': { draw: living.stool, colours: ['oak', 'birch', 'tar'], setting: onFloor },
  'peg-rail': { draw: living.pegRail, colours: ['oak', 'birch'], setting: onWall },
  'ebb-clock': { draw: living.clock, colours: ['chalk', 'deep-sea', 'rowan'], setting: onWall },
  'northwind-blanket': {
    draw: textiles.blanket,
    colours: ['moss', 'fog', 'rowan', 'ink', 'oat'],
    setting: onStool,
  },
  'headland-throw': {
    draw: textiles.throwBlanket,
    colours: ['tide', 'ochre', 'slate'],
    accent: '#efe8da',
    setting: onPegs,
  },
  'fen-cushion': {
    draw: textiles.cushion,
    colours: ['moss', 'heather', 'oat', 'deep-sea', 'rowan'],
    setting: onStool,
  },
  'stripe-cushion': {
    draw: textiles.cushion,
    colours: ['chalk', 'ink', 'rowan'],
    accent: { chalk: '#27364a', ink: '#efe8da', rowan: '#efe8da' },
    setting: onStool,
  },
  'swell-towel': { draw: textiles.towels, colours: ['chalk', 'tide', 'sand', 'slate'], setting: onStool },
  'regatta-tea-towel': {
    draw: textiles.teaTowel,
    colours: ['chalk', 'tide', 'rowan'],
    accent: { chalk: '#a9452f', tide: '#efe8da', rowan: '#efe8da' },
    setting: onPegs,
  },
  'smokehouse-apron': { draw: textiles.apron, colours: ['ink', 'moss', 'sand'], setting: onPegs },
  'long-table-cloth': { draw: textiles.tableCloth, colours: ['oat', 'fog', 'heather'], setting: onStool },
  'fisher-jumper': { draw: wear.fisherJumper, colours: ['ink', 'oat', 'moss', 'rowan'], setting: onPegs },
  'crew-jumper': { draw: wear.crewJumper, colours: ['tide', 'peat', 'heather'], setting: onPegs },
  'breton-jumper': {
    draw: wear.stripedJumper,
    colours: ['ink', 'chalk'],
    accent: { ink: '#efe8da', chalk: '#a9452f' },
    setting: onPegs,
  },
  'lantern-cardigan': { draw: wear.cardigan, colours: ['ochre', 'slate', 'deep-sea'], setting: onPegs },
  'skipper-slipover': { draw: wear.slipover, colours: ['oat', 'ink'], setting: onPegs },
  'squall-jacket': {
    draw: wear.rainJacket,
    colours: ['ochre', 'deep-sea', 'tar'],
    accent: { ochre: '#efe8da' },
    setting: onPegs,
  },
  'deckhand-smock': { draw: wear.smock, colours: ['ink', 'rowan'], setting: onPegs },
  'bollard-beanie': {
    draw: wear.beanie,
    colours: ['rowan', 'ink', 'ochre', 'fog', 'moss', 'tar'],
    setting: onPegs,
  },
  'fairway-scarf': { draw: wear.scarf, colours: ['tide', 'rowan', 'oat', 'slate'], setting: onPegs },
  'deck-socks': {
    draw: wear.socks,
    colours: ['ochre', 'ink', 'fog', 'moss'],
    accent: { ochre: '#1f5356', ink: '#a9452f', fog: '#56626a', moss: '#dccbaa' },
    setting: laidOut,
  },
  'rope-mittens': { draw: wear.mittens, colours: ['ink', 'heather', 'oat'], setting: onPegs },
  souwester: { draw: wear.souwester, colours: ['ochre', 'tar'], setting: onPegs },
  'haul-backpack': { draw: bags.rollTop, colours: ['moss', 'ink', 'ochre'], setting: byTheSea },
  'day-pack': { draw: bags.dayPack, colours: ['slate', 'rowan', 'sand'], setting: byTheSea },
  'market-tote': { draw: bags.tote, colours: ['oat', 'ink', 'rowan', 'moss'], setting: onPegs },
  'crossing-weekender': { draw: bags.weekender, colours: ['deep-sea', 'sand'], setting: onFloor },
  'spray-dry-bag': { draw: bags.dryBag, colours: ['ochre', 'tar'], setting: byTheSea },
  'watch-flask': { draw: trail.flask, colours: ['deep-sea', 'chalk', 'ochre', 'tar'], setting: byTheSea },
  'brook-bottle': { draw: trail.bottle, colours: ['tide', 'chalk', 'rowan'], setting: byTheSea },
  'pier-lantern': { draw: trail.lantern, colours: ['rowan', 'tar', 'brass'], setting: byTheSea },
  'gull-pocket-knife': { draw: trail.pocketKnife, colours: ['oak', 'walnut', 'tar'], setting: laidOut },
  'jetty-enamel-mug': { draw: trail.enamelMug, colours: ['chalk', 'tide', 'rowan'], setting: byTheSea },
  'lookout-stool': { draw: trail.campStool, colours: ['moss', 'ochre'], setting: byTheSea },
  'allotment-trowel': { draw: trail.trowel, colours: ['oak'], setting: laidOut },
  'lee-umbrella': { draw: trail.umbrella, colours: ['ink', 'ochre', 'moss'], setting: laidOut },
};

export function lookOf(subject: Subject, colour: ColourKey) {
  const accent = typeof subject.accent === 'string' ? subject.accent : subject.accent?.[colour];
  return {
    colour: hexOf(colour),
    ...(accent ? { accent } : {}),
    ...(subject.size ? { size: subject.size } : {}),
  };
}
