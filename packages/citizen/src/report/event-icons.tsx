import type { EventKind } from '@yimen/contracts';

/** One stroke picture per kind of event: for whoever reads slowly, or through tears. */
const PATHS: Readonly<Record<EventKind, string>> = {
  fire: 'M12 21a6 6 0 0 0 6-6c0-4-3-5.500-3.500-9-2 1-3 3-3 5C10 10 9.500 9 9.500 7.500 7.500 9.500 6 12 6 15a6 6 0 0 0 6 6z',
  'traffic-accident':
    'M4 16v-3.500l2-5h9l3 5 2 .500v3zM7 18.500a1.500 1.500 0 1 0 0-5 1.500 1.500 0 0 0 0 5zM17 18.500a1.500 1.500 0 1 0 0-5M4 12.500h14M19 4l-1 2.500M22 6l-2.500 1',
  'work-accident': 'M3 17h18M5 17v-2a7 7 0 0 1 14 0v2M10 13V8.5a2 2 0 0 1 4 0V13',
  'other-accident': 'M12 4l9 16H3zM12 10v5M12 17.500v.500',
  'serious-illness': 'M4 6h16v13H4zM9 6V3.500h6V6M12 9.500v6M9 12.500h6',
  'natural-disaster': 'M3 14c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 19c2-2 4-2 6 0s4 2 6 0 4-2 6 0M7 9l5-5 5 5',
  'death-of-breadwinner':
    'M9 21h6V12H9zM12 12v-2M12 9.500c1.400 0 2-1 2-2 0-1.300-2-3-2-4 0 1-2 2.700-2 4 0 1 .600 2 2 2zM5 21h14',
  'job-loss': 'M4 8h16v11H4zM9 8V5h6v3M4 13h16M10 16h4',
  'child-alone': 'M12 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 21v-5l-2-3c1-2 3-3 6-3s5 1 6 3l-2 3v5M12 16v5',
  violence: 'M12 3l8 3v6c0 4.500-3.500 7.500-8 9-4.500-1.500-8-4.500-8-9V6zM12 8v5M12 16v.500',
  destitute: 'M3 12h18a9 9 0 0 1-18 0zM9 8c0-1.500 1.500-1.500 1.500-3M14 8c0-1.500 1.500-1.500 1.500-3',
  other:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.400-1 .900-1 1.700M12 16.500v.500',
};

export function EventIcon({ kind }: { readonly kind: EventKind }) {
  return (
    <svg
      width="1.5rem"
      height="1.5rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[kind]} />
    </svg>
  );
}
