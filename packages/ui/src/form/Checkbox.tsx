import { type ReactNode, useId } from 'react';
import { FieldError } from './Field.tsx';
import { errorId, helpId, wireField } from './field-wiring.ts';
import './form.css';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
}

export function Checkbox(props: CheckboxProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const wiring = wireField({
    id,
    help: Boolean(props.help),
    error: Boolean(props.error),
    required: props.required ?? false,
  });
  return (
    <div className="ym-field" data-invalid={props.error ? '' : undefined}>
      <label className="ym-check">
        <input
          {...wiring}
          type="checkbox"
          checked={props.checked}
          disabled={props.disabled}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        <span>{props.label}</span>
      </label>
      {props.help ? (
        <div className="ym-field-help ym-check-help" id={helpId(id)}>
          {props.help}
        </div>
      ) : null}
      {props.error ? <FieldError id={errorId(id)}>{props.error}</FieldError> : null}
    </div>
  );
}
