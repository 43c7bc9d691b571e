import { formatDateZh } from '../../explanation/format-value.ts';
import type { Language, Text } from '../../text.ts';
import { findClause } from '../find-clause.ts';
import type { DatedValue, PackChain, SourceClass } from '../pack.ts';

/** A change in words, and line by line what it does to a table. */
export interface ChangeWords extends Text {
  readonly rows: readonly Text[];
  /** What to look at again, though it is allowed. */
  readonly cautions?: readonly Text[];
}

/** What changes, how, from which day, by which clause. */
export function sayChange(
  { chain, packId, clause, from, to }: ChangeBasis,
  parts: (language: Language) => readonly string[],
): Text {
  const say = (language: Language) =>
    [...parts(language), between({ from, to }, language), basis(chain, packId, clause, language)].join(
      language === 'zh' ? '' : ' ',
    );
  return { zh: say('zh'), en: say('en') };
}

interface ChangeBasis extends Pick<DatedValue, 'from' | 'to' | 'clause'> {
  readonly chain: PackChain;
  readonly packId: string;
}

/** A preset of the platform is no document, and stands in no marks. */
export function titleInWords({ title, sourceClass }: TitledSource, language: Language): string {
  if (sourceClass === 'platform-default') return title[language];
  return language === 'zh' ? `《${title.zh}》` : `“${title.en}”`;
}

interface TitledSource {
  readonly title: Text;
  readonly sourceClass: SourceClass;
}

function between({ from, to }: Pick<DatedValue, 'from' | 'to'>, language: Language): string {
  if (language === 'zh') return `，${formatDateZh(from)}起${to === null ? '' : `至${formatDateZh(to)}止`}`;
  return `from ${from}${to === null ? '' : ` to ${to}`}`;
}

function basis(chain: PackChain, packId: string, clauseId: string, language: Language): string {
  const clause = findClause(chain, packId, clauseId);
  if (!clause) return language === 'zh' ? `，依据${clauseId}` : `under ${clauseId}`;
  const { instrument, article } = clause;
  const title = titleInWords(instrument, language);
  return language === 'zh' ? `，依据${title}${article.zh}` : `under ${title}, ${article.en}`;
}
