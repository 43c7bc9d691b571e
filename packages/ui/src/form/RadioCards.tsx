import { type ReactNode, useId } from 'react';
import { FieldError } from './Field.tsx';
import { errorId, helpId, wireField } from './field-wiring.ts';
import './form.css';

export interface RadioCardOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly icon?: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
  readonly legend: ReactNode;
  readonly options: readonly RadioCardOption<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly columns?: 1 | 2 | 3;
  /** Small cards beside each other, also on a phone: for many short choices. */
  readonly tiles?: boolean;
  /** Set it when an error summary links here; it lands on the first choice. */
  readonly id?: string;
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const required = props.required ?? false;
  const wiring = wireField({ id, help: Boolean(props.help), error: Boolean(props.error), required });
  return (
    <fieldset
      className="ym-field"
      aria-describedby={wiring['aria-describedby']}
      data-invalid={props.error ? '' : undefined}
    >
      <legend className="ym-field-label">{props.legend}</legend>
      {props.help ? (
        <div className="ym-field-help" id={helpId(id)}>
          {props.help}
        </div>
      ) : null}
      <div className="ym-radio-cards" data-columns={props.columns ?? 1} data-tiles={props.tiles ? '' : undefined}>
        {props.options.map((option, index) => (
          <label className="ym-radio-card" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={ownId}
              value={option.value}
              required={required}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.icon === undefined ? null : (
              <span className="ym-radio-icon" aria-hidden="true">
                {option.icon}
              </span>
            )}
            <span>
              <span className="ym-radio-label">{option.label}</span>
              {option.description === undefined ? null : (
                <span className="ym-radio-description">{option.description}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {props.error ? <FieldError id={errorId(id)}>{props.error}</FieldError> : null}
    </fieldset>
  );
}
