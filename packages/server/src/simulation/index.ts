export { simulationRoutes } from './routes.ts';
export { openSimulator, type Simulator } from './simulator.ts';
