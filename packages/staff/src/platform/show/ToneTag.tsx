import type { ReactNode } from 'react';
import './tone-tag.css';

export const TONES = ['plain', 'info', 'good', 'warning', 'danger'] as const;
export type Tone = (typeof TONES)[number];

export interface ToneTagProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A state in a word or two; the word says it, the colour only helps. */
export function ToneTag({ tone = 'plain', children }: ToneTagProps) {
  return (
    <span className="ys-tag" data-tone={tone}>
      {children}
    </span>
  );
}
