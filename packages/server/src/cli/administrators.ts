import {
  ADMINISTRATOR_ROLES,
  createAdministrator,
  createFirstAdministratorToken,
  isWithoutAccounts,
} from '../platform/auth/index.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { required, say, withServices } from './context.ts';

export async function printFirstAdministratorToken(): Promise<void> {
  const token = await withServices(async (services) => {
    if (await isWithoutAccounts(services)) return createFirstAdministratorToken(services);
    throw new StartFailure({
      zh: '系统已有账号，请用 create-administrator。',
      en: 'There are accounts already: use create-administrator.',
    });
  });
  say('首位管理员令牌（24 小时内有效，只能用一次）：', 'Token for the first administrator (one day, once):');
  console.log(token);
}

export async function addAdministrator([login, name, roleName = 'system-admin']: string[]): Promise<void> {
  const role = ADMINISTRATOR_ROLES.find((known) => known === roleName);
  if (role === undefined)
    throw new StartFailure({
      zh: `角色应为 ${ADMINISTRATOR_ROLES.join('、')} 之一。`,
      en: `The role must be one of ${ADMINISTRATOR_ROLES.join(', ')}.`,
    });
  const given = {
    login: required(login, { zh: '登录名', en: 'login' }),
    name: required(name, { zh: '姓名', en: 'name' }),
    role,
  };
  if (!/^[a-z0-9][a-z0-9.-]{1,60}$/.test(given.login))
    throw new StartFailure({
      zh: '登录名只能用小写字母、数字、点和短横线。',
      en: 'A login is small letters, digits, dots and dashes.',
    });
  const password = await withServices((services) => createAdministrator(services, given));
  say(
    `已建立 ${given.login}（${role}）。初始密码，首次登录须修改：`,
    `Created ${given.login} (${role}). First password, to be changed at sign-in:`,
  );
  console.log(password);
}
