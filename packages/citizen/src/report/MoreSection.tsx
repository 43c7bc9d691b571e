import { type ReactNode, useState } from 'react';

export interface MoreSectionProps {
  readonly title: ReactNode;
  readonly hint: ReactNode;
  /** Something stands in it already, or is wrong with it. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/** What may stay empty is folded away: whoever is frightened sees three questions and a button. */
export function MoreSection({ title, hint, open, children }: MoreSectionProps) {
  const [isOpen, setIsOpen] = useState(open);
  // Opened by what happens, closed only by the person.
  if (open && !isOpen) setIsOpen(true);
  return (
    <details
      className="yc-report-more"
      open={isOpen}
      onToggle={(event) => {
        if (!open) setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span>
          <span className="yc-report-more-title">{title}</span>
          <span className="yc-report-more-hint">{hint}</span>
        </span>
      </summary>
      <div className="yc-report-section">{children}</div>
    </details>
  );
}
