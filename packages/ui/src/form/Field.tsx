import { type ReactNode, useId } from 'react';
import { errorId, FieldContext, helpId, wireField } from './field-wiring.ts';
import './form.css';

export interface FieldProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly help?: ReactNode;
  /** Stands beside the control and is read with it. */
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** Shown after the label of a field that may stay empty, such as （选填）. */
  readonly optionalText?: ReactNode;
  /** Set it when an error summary links here. */
  readonly id?: string;
}

export function Field({ label, children, help, error, required = false, optionalText, id }: FieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const wiring = wireField({ id: fieldId, help: Boolean(help), error: Boolean(error), required });
  return (
    <div className="ym-field" data-invalid={error ? '' : undefined}>
      <label className="ym-field-label" htmlFor={fieldId}>
        {label}
        {optionalText === undefined ? null : <span className="ym-field-optional">{optionalText}</span>}
      </label>
      {help ? (
        <div className="ym-field-help" id={helpId(fieldId)}>
          {help}
        </div>
      ) : null}
      <FieldContext value={wiring}>{children}</FieldContext>
      {error ? <FieldError id={errorId(fieldId)}>{error}</FieldError> : null}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="ym-field-error" id={id} role="alert">
      {children}
    </div>
  );
}
