import '../bench/search/run.ts';
