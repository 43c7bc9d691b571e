import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ColourName, colours } from './tokens.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

test('the CSS variables equal the tokens', () => {
  for (const [name, value] of Object.entries(colours)) expect(css).toContain(`--ym-${name}: ${value};`);
});

const TEXT_PAIRS: readonly (readonly [ColourName, ColourName])[] = [
  ['ink', 'ground'],
  ['ink-soft', 'sunken'],
  ['ink-muted', 'sunken'],
  ['ink-muted', 'primary-soft'],
  ['primary', 'primary-soft'],
  ['accent', 'accent-soft'],
  ['success', 'success-soft'],
  ['warning', 'warning-soft'],
  ['danger', 'danger-soft'],
  ['surface', 'primary'],
  ['surface', 'danger'],
  ['surface', 'accent'],
];

describe('WCAG 2.2 1.4.3 and 1.4.11', () => {
  test.each(TEXT_PAIRS)('%s on %s reaches 4.5:1', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test('control borders reach 3:1', () => {
    expect(contrast(colours['line-strong'], colours.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours['line-strong'], colours.ground)).toBeGreaterThanOrEqual(3);
  });
});

function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (Number(light) + 0.05) / (Number(dark) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * Number(red) + 0.7152 * Number(green) + 0.0722 * Number(blue);
}
