export { fontFiles } from './lib/font-files.ts';
