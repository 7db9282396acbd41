export { startEditor } from './lib/start-editor.tsx';
