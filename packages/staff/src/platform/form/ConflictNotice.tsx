import { type Problem, useText, useWords } from '@yimen/ui';
import { Alert } from 'antd';
import { text } from '../text.ts';
import './form.css';

export interface ConflictNoticeProps {
  readonly problem: Problem;
  /** Names of the fields worth comparing; a field without a name is not shown. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Writes a value that is a code, such as `male`; undefined leaves it as it is. */
  readonly valueText?: ((field: string, value: unknown) => string | undefined) | undefined;
}

/** Somebody was faster: both versions side by side. What was typed stays; submitting again writes over the newest. */
export function ConflictNotice({ problem, labels = {}, valueText }: ConflictNoticeProps) {
  const t = useText(text);
  const words = useWords();
  const yours = Object(problem.facts['yours']) as Record<string, unknown>; // facts are data of the refusal
  const theirs = Object(problem.facts['theirs']) as Record<string, unknown>; // facts are data of the refusal
  const fields = Object.keys(labels).filter((field) => field in yours && field in theirs);
  const show = (field: string, value: unknown) => valueText?.(field, value) ?? plain(value);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="ys-dialog-problem"
      title={words(problem.words)}
      description={
        <>
          {fields.length === 0 ? null : (
            <table className="ys-conflict">
              <thead>
                <tr>
                  <th scope="col">{t('conflictField')}</th>
                  <th scope="col">{t('conflictTheirs')}</th>
                  <th scope="col">{t('conflictYours')}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => (
                  <tr key={field}>
                    <th scope="row">{labels[field]}</th>
                    <td>{show(field, theirs[field])}</td>
                    <td data-differs={plain(theirs[field]) === plain(yours[field]) ? undefined : ''}>
                      {show(field, yours[field])}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p>{t('conflictNext')}</p>
        </>
      }
    />
  );
}

function plain(value: unknown): string {
  return value === null || value === undefined || value === '' ? '—' : String(value);
}
