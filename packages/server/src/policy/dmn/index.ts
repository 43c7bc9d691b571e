export * from './dmn-model.ts';
export * from './dmn-problem.ts';
export * from './dmn-type.ts';
export * from './read-dmn.ts';
export * from './write-dmn.ts';
