export { commands } from './lib/commands/registry.ts';
export { type Visitor, type VisitorOptions, visit } from './lib/room/testing/visitor.ts';
