import '../bench/promotions/run.ts';
