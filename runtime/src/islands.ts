export { type IslandViews, startIslands } from './lib/islands/start-islands.ts';
