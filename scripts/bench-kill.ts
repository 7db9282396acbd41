import '../bench/commerce/run-kill-loop.ts';
