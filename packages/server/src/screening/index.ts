export { determineScreening } from './determine-screening.ts';
export { factsShape } from './facts-shape.ts';
export { refuseFacts } from './refuse-facts.ts';
export { screeningRoutes } from './routes.ts';
export { screenHousehold } from './screen-household.ts';
export { showDetermination } from './show-determination.ts';
