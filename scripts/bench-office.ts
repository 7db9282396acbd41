import '../bench/office/run.ts';
