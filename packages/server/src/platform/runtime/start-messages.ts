/** Every sentence the launcher can end with. One line per language, naming what to do next. */
export const startMessages = {
  dataDirNotWritable: (dir: string, user: string) => ({
    zh: `无法写入数据目录 ${dir}（当前用户 ${user}），请修改目录权限，或用 YIMEN_DATA_DIR 指定其他目录。`,
    en: `Cannot write to the data directory ${dir} (as ${user}): change its permissions or set YIMEN_DATA_DIR.`,
  }),
  dataDirOfOtherUser: (dir: string, owner: string) => ({
    zh: `数据目录 ${dir} 属于用户 ${owner}，请以该用户启动。`,
    en: `The data directory ${dir} belongs to user ${owner}: start as that user.`,
  }),
  diskTooFull: (dir: string, freeMb: number, floorMb: number) => ({
    zh: `${dir} 所在磁盘只剩 ${freeMb} MB，低于下限 ${floorMb} MB，请清理磁盘后再启动。`,
    en: `Only ${freeMb} MB free on the disk of ${dir}, below the floor of ${floorMb} MB: free some space, then start again.`,
  }),
  diskFull: (dir: string) => ({
    zh: `${dir} 所在磁盘已满，请清理磁盘后再启动。`,
    en: `The disk of ${dir} is full: free some space, then start again.`,
  }),
  noEmbeddedDatabase: (platform: string) => ({
    zh: `没有适用于 ${platform} 的内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本。`,
    en: `There is no embedded database for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
  }),
  noAccountForDatabase: (dir: string) => ({
    zh: `PostgreSQL 不能以 root 运行，而且没有其他账户可以访问 ${dir}，请以普通用户启动，或把数据目录放到 /var/lib 等位置。`,
    en: `PostgreSQL refuses to run as root and no other account can reach ${dir}: start as an ordinary user or put the data directory somewhere like /var/lib.`,
  }),
  databaseDidNotStart: (reason: string, logFile: string) => ({
    zh: `内置数据库未能启动：${reason}（日志见 ${logFile}）。`,
    en: `The embedded database did not start: ${reason} (log: ${logFile}).`,
  }),
  otherMajorVersion: (dir: string, found: string, need: string) => ({
    zh: `${dir} 由 PostgreSQL ${found} 建立，本版本使用 ${need}，请先用旧版本备份再恢复。`,
    en: `${dir} was made by PostgreSQL ${found}, this release runs ${need}: back up with the old release and restore.`,
  }),
  secretsLost: (file: string) => ({
    zh: `缺少数据库口令文件 ${file}，请从备份中恢复该文件。`,
    en: `The file with the database passwords, ${file}, is missing or damaged: restore it from the backup.`,
  }),
  databaseUnreachable: (where: string, reason: string) => ({
    zh: `无法连接数据库 ${where}：${reason}，请检查 DATABASE_URL。`,
    en: `Cannot reach the database ${where}: ${reason}. Check DATABASE_URL.`,
  }),
  databaseUrlInvalid: (name: string) => ({
    zh: `${name} 不是有效的 PostgreSQL 地址，应为 postgresql://用户:口令@主机:端口/数据库。`,
    en: `${name} is not a PostgreSQL address; expected postgresql://user:password@host:port/database.`,
  }),
  externalUrlsIncomplete: (missing: string) => ({
    zh: `DATABASE_URL、YIMEN_MIGRATOR_URL 和 YIMEN_APP_URL 须同时设置，缺少 ${missing}。`,
    en: `DATABASE_URL, YIMEN_MIGRATOR_URL and YIMEN_APP_URL belong together: ${missing} is missing.`,
  }),
  databaseTooOld: (found: string) => ({
    zh: `数据库版本是 PostgreSQL ${found}，需要 15 或更高版本。`,
    en: `The database is PostgreSQL ${found}; version 15 or newer is needed.`,
  }),
  databaseNotUtf8: (found: string) => ({
    zh: `数据库编码是 ${found}，需要 UTF8。`,
    en: `The database encoding is ${found}; UTF8 is needed.`,
  }),
  cannotCreateRoles: (user: string) => ({
    zh: `数据库用户 ${user} 无权创建角色 yimen_migrator 和 yimen_app，请用有 CREATEROLE 权限的用户，或由管理员建好后设置 YIMEN_MIGRATOR_URL 和 YIMEN_APP_URL。`,
    en: `Database user ${user} may not create the roles yimen_migrator and yimen_app: use one with CREATEROLE, or have them created and set YIMEN_MIGRATOR_URL and YIMEN_APP_URL.`,
  }),
  cannotCreateDatabase: (name: string, reason: string) => ({
    zh: `无法建立数据库 ${name}：${reason}，请先建好数据库，并在 DATABASE_URL 中写明。`,
    en: `Cannot create the database ${name}: ${reason}. Create it first and name it in DATABASE_URL.`,
  }),
  cannotGrant: (database: string) => ({
    zh: `无法让 yimen_migrator 在数据库 ${database} 中建表，请让该数据库的所有者授权，或用所有者的账号设置 DATABASE_URL。`,
    en: `yimen_migrator cannot be allowed to create tables in database ${database}: have its owner grant that, or set DATABASE_URL to the owner.`,
  }),
  rolePasswordUnknown: (role: string, file: string) => ({
    zh: `数据库中已有角色 ${role}，但 ${file} 里没有它的口令，请复制原来的文件，或设置 YIMEN_MIGRATOR_URL 和 YIMEN_APP_URL。`,
    en: `The role ${role} already exists in the database but ${file} does not hold its password: copy the original file or set YIMEN_MIGRATOR_URL and YIMEN_APP_URL.`,
  }),
  appRoleTooPowerful: (user: string) => ({
    zh: `应用角色 ${user} 是超级用户或可绕过行级安全，请换成普通角色。`,
    en: `The application role ${user} is a superuser or bypasses row-level security: use an ordinary role.`,
  }),
  portInUse: (port: number, setting: string) => ({
    zh: `端口 ${port} 已被占用，请用 ${setting} 指定其他端口。`,
    en: `Port ${port} is in use: set ${setting} to another one.`,
  }),
  portForbidden: (port: number, setting: string) => ({
    zh: `当前用户无权使用端口 ${port}，请用 ${setting} 指定 1024 以上的端口。`,
    en: `This user may not listen on port ${port}: set ${setting} to one above 1024.`,
  }),
  hostUnknown: (host: string) => ({
    zh: `本机没有地址 ${host}，请修改 YIMEN_HOST。`,
    en: `This machine has no address ${host}: change YIMEN_HOST.`,
  }),
  alreadyRunning: (dir: string, pid: number) => ({
    zh: `数据目录 ${dir} 已有一门在运行（进程 ${pid}）。`,
    en: `Yimen already runs on the data directory ${dir} (process ${pid}).`,
  }),
} as const;
