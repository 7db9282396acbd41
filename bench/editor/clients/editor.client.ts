import { startEditor } from '@vitrine/editor';

startEditor(document.getElementById('editor')!);
