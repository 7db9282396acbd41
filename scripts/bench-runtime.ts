import '../bench/runtime/run.ts';
