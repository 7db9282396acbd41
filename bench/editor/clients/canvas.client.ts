import { startCanvas } from '@vitrine/editor/canvas';
import type { CanvasFrame } from '@vitrine/runtime/canvas';

startCanvas(async (frame: CanvasFrame) => (await import('./canvas-renderer.client.ts')).rendererFor(frame));
