export { createLocalClient } from './lib/api/local-client.ts';
export { CommerceError, type CommerceErrorCode, type FieldProblem } from './lib/commerce-error.ts';
export { type CommerceEngine, createEngine, type EngineOptions } from './lib/engine.ts';
export { commerceMigrations } from './lib/migrations/commerce-migrations.ts';
