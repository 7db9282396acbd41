import { Puck, type PuckBlock, type PuckData } from 'virtual:puck';
import type { PageNode } from '@vitrine/content';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:puck.css';
import { benchNodes, readCase } from '../bench-page.ts';
import { benchCss, Card, type CardProps, Section } from '../card.tsx';

const config = {
  components: {
    card: {
      fields: {
        title: { type: 'text' },
        text: { type: 'textarea' },
        align: {
          type: 'radio',
          options: [
            { label: 'Left', value: 'left' },
            { label: 'Right', value: 'right' },
          ],
        },
      },
      defaultProps: { title: 'New card', text: 'Text', align: 'left' },
      render: (props: CardProps) => <Card {...props} />,
    },
    section: {
      fields: { items: { type: 'slot' } },
      defaultProps: { items: [] },
      render: ({ id, items: Items }: { id: string; items: ComponentType<{ style: object }> }) => (
        <Section id={id}>
          <Items style={{ display: 'grid', gap: 8 }} />
        </Section>
      ),
    },
  },
};

const asPuck = ({ id, type, props, slots }: PageNode): PuckBlock => ({
  type,
  props: { id, ...props, ...(slots && { items: slots.items?.map(asPuck) }) },
});

const wanted = readCase(new URLSearchParams(location.search).get('case') ?? '50');
const data: PuckData = { root: { props: { title: 'Bench' } }, content: benchNodes(wanted).map(asPuck) };

// While it drags, Puck moves elements about: what has happened is what its document says.
const orderOf = (content: readonly PuckBlock[]): string =>
  content.map(({ props }) => `${props.id} ${orderOf(props.items ?? [])}`).join(' ');

const style = document.createElement('style');
style.textContent = benchCss;
document.head.append(style);

window.benchOrder = orderOf(data.content);
createRoot(document.getElementById('root')!).render(
  <Puck
    config={config}
    data={data}
    onChange={({ content }) => {
      window.benchOrder = orderOf(content);
    }}
  />,
);
