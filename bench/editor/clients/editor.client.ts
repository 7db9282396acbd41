import { startEditor } from '@vitrine/editor';

void startEditor(document.getElementById('editor')!);
