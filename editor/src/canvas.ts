export type { CanvasDoor } from './lib/canvas/canvas-door.ts';
export type { CanvasModule, CanvasRenderer } from './lib/canvas/canvas-renderer.ts';
export { startCanvas } from './lib/canvas/start-canvas.ts';
