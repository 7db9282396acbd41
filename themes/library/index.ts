export { plain } from './plain/plain.theme.ts';
