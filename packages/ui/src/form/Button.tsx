import type { ComponentProps, ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import './button.css';

export interface ButtonLook {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly block?: boolean;
}

export interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  /** While true the button keeps its width and its place in the Tab order, but does nothing. */
  readonly busy?: boolean;
  readonly busyText?: string;
  readonly icon?: ReactNode;
}

export function Button({
  kind,
  block,
  busy = false,
  busyText,
  icon,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(buttonClass({ kind: kind ?? 'secondary', block: block ?? false }), className)}
      aria-disabled={busy || undefined}
      data-busy={busy ? '' : undefined}
      onClick={(event) => {
        if (busy) return event.preventDefault();
        onClick?.(event);
      }}
    >
      {icon === undefined ? null : <span className="ym-button-icon">{icon}</span>}
      <span className="ym-button-text">{children}</span>
      {busy ? <span className="ym-button-busy" aria-hidden="true" /> : null}
      {busy && busyText !== undefined ? (
        <span className="ym-visually-hidden" role="status">
          {busyText}
        </span>
      ) : null}
    </button>
  );
}

/** For links that look like buttons. */
export function buttonClass({ kind = 'secondary', block = false }: ButtonLook): string {
  return joinClasses('ym-button', `ym-button-${kind}`, block && 'ym-button-block');
}
