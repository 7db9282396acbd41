import '../bench/commerce/run.ts';
