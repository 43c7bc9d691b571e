import type { PolicyClause } from '@yimen/contracts';
import { titleInWords } from '@yimen/rules';
import { useLanguage, useWords, type Words } from '@yimen/ui';

export interface ClauseLineProps {
  readonly clause: PolicyClause;
  readonly note?: Words | null;
}

/** The document and article something rests on, what it says, and what a reader must know besides. */
export function ClauseLine({ clause, note = null }: ClauseLineProps) {
  const words = useWords();
  const language = useLanguage();
  const { instrument, article, paraphrase } = clause;
  const title = titleInWords(instrument, language);
  return (
    <details className="yp-clause">
      <summary>
        {language === 'zh' ? title : `${title}, `}
        {words(article)}
      </summary>
      <p>{words(paraphrase)}</p>
      {note === null ? null : <p>{words(note)}</p>}
    </details>
  );
}
