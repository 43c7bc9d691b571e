export { EVENT_KIND_WORDS } from './event-kind-words.ts';
export { linkReportToCase, type ReportLink } from './link-report.ts';
export { reportsOfCase } from './queries.ts';
export { discoveryReactions } from './reactions.ts';
export { discoveryRoutes } from './routes.ts';
