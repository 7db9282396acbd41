export { contrast } from '@vitrine/themes';
