import { type Logger, pino } from 'pino';

/** For tools that say themselves what happened. */
export const silentLog: Logger = pino({ level: 'silent' });
