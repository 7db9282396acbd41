import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { type Contender, sendPage } from './contender.ts';
import { benchPage } from './page-data.ts';
import { parts } from './parts.tsx';
import { filledProps, inDocument } from './plain-contenders.tsx';

// Peers live in bench/peers, installed only when the bench runs; VITRINE_PEERS is that folder.
const fromPeers = () => createRequire(`${process.env.VITRINE_PEERS}/package.json`);

/** Puck's own renderer for servers, the blocks declared as its documentation shows. */
const puck: Contender = {
  id: 'puck',
  note: 'Puck <Render> of its server entry, 40 blocks',
  gzip: false,
  async start() {
    const { Render } = (await import(pathToFileURL(fromPeers().resolve('@puckeditor/core/rsc')).href)) as {
      Render: ComponentType<{ config: unknown; data: unknown }>;
    };
    const config = {
      components: Object.fromEntries(
        Object.entries(parts).map(([type, Part]) => [
          type,
          { fields: {}, render: (props: object) => <Part {...props} /> },
        ]),
      ),
    };
    const data = {
      root: { props: { title: 'Shop' } },
      content: benchPage().modules.map((module) => ({
        type: module.type,
        props: { id: module.id, ...filledProps(module) },
      })),
      zones: {},
    };
    return {
      listener: (_, response) =>
        sendPage(response, Buffer.from(inDocument(renderToString(<Render config={config} data={data} />)))),
    };
  },
};

/** Builder's own renderer with the modules as custom components, the way its documentation registers them. */
const builder: Contender = {
  id: 'builder',
  note: 'Builder sdk-react <Content>, 40 custom components',
  gzip: false,
  async start() {
    const { Content } = fromPeers()('@builder.io/sdk-react/bundle/node') as {
      Content: ComponentType<{ content: unknown; apiKey: string; model: string; customComponents: unknown }>;
    };
    const { modules } = benchPage();
    const customComponents = Object.entries(parts).map(([name, component]) => {
      const sample = modules.find((module) => module.type === name);
      const inputs = Object.keys(sample ? filledProps(sample) : {}).map((input) => ({
        name: input,
        type: 'object',
      }));
      return { name, component, inputs };
    });
    const blocks = modules.map((module) => ({
      '@type': '@builder.io/sdk:Element',
      id: `builder-${module.id}`,
      component: { name: module.type, options: filledProps(module) },
      responsiveStyles: {
        large: { display: 'flex', flexDirection: 'column', position: 'relative', marginTop: '20px' },
      },
    }));
    const content = { id: 'bench', name: 'bench', data: { title: 'Shop', blocks }, published: 'published' };
    return {
      listener: (_, response) =>
        sendPage(
          response,
          Buffer.from(
            inDocument(
              renderToString(
                <Content content={content} apiKey="bench" model="page" customComponents={customComponents} />,
              ),
            ),
          ),
        ),
    };
  },
};

export const peerContenders: readonly Contender[] = [puck, builder];
