export {
  ADMINISTRATOR_ROLES,
  type AdministratorRole,
  createAdministrator,
  createFirstAdministratorToken,
  isWithoutAccounts,
} from './administrators.ts';
export { requireGoodPassword } from './change-password.ts';
export { hashPassword, verifyPassword } from './password-hash.ts';
export { authRoutes } from './routes.ts';
export { endAllSessions, openSession } from './sessions.ts';
export { unusedSince } from './unused-since.ts';
