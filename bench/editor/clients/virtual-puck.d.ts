// As much of Puck as the bench uses. It is no part of the product's installation, so its own types are not there to be read.
declare module 'virtual:puck' {
  import type { ComponentType } from 'react';

  export interface PuckBlock {
    readonly type: string;
    readonly props: Readonly<Record<string, unknown>> & {
      readonly id: string;
      readonly items?: readonly PuckBlock[];
    };
  }

  export interface PuckData {
    readonly root: { readonly props: object };
    readonly content: readonly PuckBlock[];
  }

  export const Puck: ComponentType<{
    readonly config: object;
    readonly data: PuckData;
    readonly onChange: (data: PuckData) => void;
  }>;
}

declare module 'virtual:puck.css' {}
