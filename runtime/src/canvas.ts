export type { CanvasFrame, CanvasInstance, CanvasState } from './lib/canvas/canvas-state.ts';
export {
  createInstanceRenderer,
  type InstanceRenderer,
  type InstanceToRender,
  type RenderedInstance,
} from './lib/canvas/instance-renderer.ts';
