import { checkBoundaries } from './boundaries/check-boundaries.ts';
import { readTree } from './boundaries/source-tree.ts';
import { ROOT } from './lib/cache-directory.ts';

const tree = readTree(ROOT, ['packages', 'tools', 'e2e', 'bench']);
const imports = [...tree.values()].reduce((sum, source) => sum + source.imports.length, 0);
const violations = checkBoundaries(tree);
for (const { rule, path, line, text } of violations) console.error(`${path}:${line} [${rule}] ${text}`);
console.log(`boundaries: ${tree.size} files, ${imports} imports, ${violations.length} violations`);
// A check that sees nothing must not pass.
process.exitCode = violations.length > 0 || imports < 50 ? 1 : 0;
