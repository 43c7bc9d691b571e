export { loadRegister, type Register } from './load-register.ts';
export { openPool, type Pool, type Watch } from './open-pool.ts';
export { recordedOf } from './packed-outcomes.ts';
export { redetermineRegister, startRedetermination } from './redetermine-register.ts';
export type { RulesSource, Task } from './task.ts';
export { writeRegister } from './write-register.ts';
