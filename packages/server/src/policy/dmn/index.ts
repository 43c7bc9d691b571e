export { DMN_VERSIONS } from './dmn-model.ts';
export { findDecision } from './find-decision.ts';
export { type DmnRead, readDmn } from './read-dmn.ts';
export { tableYaml } from './table-yaml.ts';
export { writeDmn } from './write-dmn.ts';
