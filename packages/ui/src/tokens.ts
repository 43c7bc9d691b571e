/**
 * Design tokens. `tokens.css` carries the same values as CSS variables (a test keeps them equal);
 * the staff portal maps them to Ant Design. Text colours reach 4.5:1, control borders 3:1 on their ground.
 */
export const colours = {
  primary: '#1f5f7a',
  'primary-strong': '#184c62',
  'primary-deep': '#123a4b',
  'primary-soft': '#e7f0f4',
  accent: '#a94e16',
  'accent-soft': '#fbf0e6',
  ink: '#1d292f',
  'ink-soft': '#47565e',
  'ink-muted': '#5c6a72',
  line: '#dbe1e3',
  'line-strong': '#7a8890',
  surface: '#ffffff',
  ground: '#f5f6f4',
  sunken: '#eef1f0',
  info: '#1f5f7a',
  'info-soft': '#e7f0f4',
  success: '#23693f',
  'success-soft': '#e8f3ec',
  warning: '#855400',
  'warning-soft': '#fdf3dc',
  danger: '#b3261e',
  'danger-soft': '#fbeae8',
} as const;

export type ColourName = keyof typeof colours;
