import '../bench/editor/run.ts';
