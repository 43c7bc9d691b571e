import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/cache-directory.ts';
import { checkLockFile } from './lib/lock-file.ts';
import { listProjectFiles } from './lib/project-files.ts';
import { checkRequirements } from './lib/requirements.ts';
import { checkText } from './lib/text-rules.ts';

const TEXT = /\.(ts|tsx|mts|mjs|js|json|css|html|md|sql|yaml|yml|csv|txt|svg)$/;
const OWN = /^tools\/(lib\/)?text-rules(\.test)?\.ts$/;

const files = listProjectFiles().filter((path) => TEXT.test(path) && path !== 'package-lock.json' && !OWN.test(path));
const violations = files.flatMap((path) =>
  checkText(readFileSync(join(ROOT, path), 'utf8')).map(({ line, text }) => `${path}:${line} ${text}`),
);
violations.push(...checkLockFile(ROOT), ...checkRequirements(ROOT));
for (const violation of violations) console.error(violation);
console.log(`text rules: ${files.length} files, ${violations.length} violations`);
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;
