import { createContext, useContext } from 'react';

/** What a control needs to be tied to its label, help and error. */
export interface FieldWiring {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly required?: true;
}

export const FieldContext = createContext<FieldWiring>({});

export function useFieldWiring(): FieldWiring {
  return useContext(FieldContext);
}

export function helpId(id: string): string {
  return `${id}-help`;
}

export function errorId(id: string): string {
  return `${id}-error`;
}

/** Builds the wiring of one field; ids of help and error are named only when they are shown. */
export function wireField(options: { id: string; help: boolean; error: boolean; required: boolean }): FieldWiring {
  const described = [options.help && helpId(options.id), options.error && errorId(options.id)].filter(Boolean);
  return {
    id: options.id,
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(options.error ? { 'aria-invalid': true } : {}),
    ...(options.required ? { required: true } : {}),
  };
}
