export { type Visitor, type VisitorOptions, visit } from './lib/room/testing/visitor.ts';
