import {
  createRegistry,
  defineModule,
  type ModuleProps,
  type ModuleRegistry,
  select,
  text,
} from '@vitrine/modules';
import { benchCss, Card, Section } from './card.tsx';

const card = defineModule({
  id: 'card',
  title: 'Card',
  kind: 'block',
  version: 1,
  config: {
    title: text({ label: 'Title', default: 'New card' }),
    text: text({ label: 'Text', multiline: true, default: 'Text' }),
    align: select({ label: 'Align', options: { left: 'Left', right: 'Right' } }),
  },
});
const CardView = ({ id, config }: ModuleProps<typeof card>) => (
  <Card id={id} title={config.title} text={config.text} align={config.align} />
);

const section = defineModule({
  id: 'section',
  title: 'Section',
  kind: 'section',
  version: 1,
  config: {},
  slots: { items: { label: 'Items', allow: ['block'] } },
});
const SectionView = ({ id, slots }: ModuleProps<typeof section>) => <Section id={id}>{slots.items}</Section>;

const frame = defineModule({
  id: 'frame',
  title: 'Frame',
  kind: 'page',
  version: 1,
  config: {},
  slots: { content: { label: 'Content', allow: ['block', 'section'] } },
});
const FrameView = ({ slots }: ModuleProps<typeof frame>) => <main>{slots.content}</main>;

/** The bench's cards and sections as modules of ours. */
export const benchRegistry: ModuleRegistry = createRegistry([
  { module: card, view: CardView, css: benchCss, presets: [{ name: 'Card', props: {} }] },
  { module: section, view: SectionView, css: '', presets: [{ name: 'Section', props: {} }] },
  { module: frame, view: FrameView, css: '', presets: [] },
]);
