import type { PolicySet } from '../pack.ts';
import { chainAround } from './chain-around.ts';
import type { ChangeWords } from './change-words.ts';
import { describeValue } from './describe-value.ts';
import { describeVersion } from './describe-version.ts';
import type { PolicyChange } from './policy-change.ts';

/** As an officer would say it: what, from which figure to which, from which day, and by which clause. */
export function describeChange(
  packs: PolicySet['packs'],
  change: PolicyChange,
  others: readonly PolicyChange[] = [],
): ChangeWords {
  const chain = chainAround(packs, change, others);
  switch (change.kind) {
    case 'pack': {
      const { name } = change.pack;
      return plain(
        `为${name.zh}新建地方政策包，未规定的事项沿用上级`,
        `${name.en} gets a policy pack of its own and inherits what it does not say`,
      );
    }
    case 'document': {
      const { title, docNo } = change.instrument;
      return plain(
        `增加政策文件《${title.zh}》${docNo ? `（${docNo}）` : ''}`,
        `adds the document “${title.en}”${docNo ? ` (${docNo})` : ''}`,
      );
    }
    case 'parameterValue':
      return describeValue(chain, change);
    case 'ruleVersion':
      return describeVersion(chain, change);
    case 'vector': {
      const { title } = change.vector;
      return plain(`更新验算例“${title.zh}”`, `updates the worked example “${title.en}”`);
    }
  }
}

function plain(zh: string, en: string): ChangeWords {
  return { zh, en, rows: [] };
}
