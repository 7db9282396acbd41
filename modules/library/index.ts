export { library } from './library.gen.ts';
