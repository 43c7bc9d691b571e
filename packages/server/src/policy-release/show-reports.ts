import type { VectorResultView } from '@yimen/contracts';
import {
  chainOf,
  type FactIssue,
  type FactValue,
  figureInWords,
  findRuleDefinition,
  type PackChain,
  type PolicySet,
  questionsIn,
  type Text,
  type VectorReport,
} from '@yimen/rules';
import { exampleAsFound } from './example-as-found.ts';

/** What the worked examples gave, in labels and figures as people write them. */
export function showReports(set: PolicySet, ownPackId: string, reports: readonly VectorReport[]): VectorResultView[] {
  return reports.map((report) => {
    const { packId, vectorId, title, on, ok, mismatches, issues } = report;
    const chain = chainOf(set, packId);
    return {
      packId,
      vectorId,
      title,
      on,
      ok,
      mismatches: mismatches.map(({ path, expected, found }) => ({
        where: placeInWords(chain, path),
        expected: valueInWords(chain, path, expected),
        found: valueInWords(chain, path, found),
      })),
      issues: issues.map(({ path, zh, en }) => {
        const where = placeInWords(chain, path);
        return { zh: `${where.zh}：${zh}`, en: `${where.en}: ${en}` };
      }),
      asFound: packId === ownPackId ? exampleAsFound(set, report) : null,
    };
  });
}

type Path = FactIssue['path'];

/** `['members', 0, 'age']` → 第1名成员的年龄. */
function placeInWords(chain: PackChain, path: Path): Text {
  const label = findLabelled(chain, path)?.label ?? { zh: String(path.at(-1)), en: String(path.at(-1)) };
  const [group, index] = path;
  if (typeof index !== 'number') return label;
  const number = index + 1;
  if (group === 'events') return { zh: `第${number}个事件的${label.zh}`, en: `${label.en} of event ${number}` };
  return { zh: `第${number}名成员的${label.zh}`, en: `${label.en} of member ${number}` };
}

function valueInWords(chain: PackChain, path: Path, value: FactValue): Text {
  if (value === null) return { zh: '尚不能确定', en: 'not yet known' };
  const found = findLabelled(chain, path);
  const option = found?.options.find(({ id }) => id === value)?.label;
  if (option) return option;
  return figureInWords({ value, unit: found?.unit ?? null, per: found?.per ?? null, label: found?.label ?? null });
}

function findLabelled(chain: PackChain, path: Path) {
  const id = String(path.at(-1));
  return questionsIn(chain).find((question) => question.id === id) ?? findRuleDefinition(chain, id);
}
