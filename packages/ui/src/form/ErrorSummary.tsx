import { type ReactNode, useEffect, useRef } from 'react';
import '../feedback/feedback.css';

export interface ErrorSummaryItem {
  /** Id of the control the line leads to. */
  readonly fieldId?: string;
  readonly message: ReactNode;
}

export interface ErrorSummaryProps {
  readonly title: ReactNode;
  readonly errors: readonly ErrorSummaryItem[];
}

/** Stands above a long form after a failed submit, takes the focus and leads to each field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="ym-notice ym-notice-danger" role="alert" tabIndex={-1} ref={box}>
      <p className="ym-notice-title">{title}</p>
      <ul className="ym-error-list">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''}${String(error.message)}`}>
            {error.fieldId === undefined ? error.message : <a href={`#${error.fieldId}`}>{error.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
