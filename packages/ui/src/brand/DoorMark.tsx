export interface DoorMarkProps {
  readonly size?: number;
  /** Frame and lintel; the light behind the door stays warm. */
  readonly tone?: 'dark' | 'light';
}

/** A lintel drawn as the character 一 over a door that stands open, warm light behind it. */
export function DoorMark({ size = 32, tone = 'dark' }: DoorMarkProps) {
  const frame = tone === 'dark' ? '#1f5f7a' : '#ffffff';
  const leaf = tone === 'dark' ? '#123a4b' : '#cfe0e7';
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect x="4" y="4" width="40" height="5.5" rx="2.75" fill={frame} />
      <path d="M13 17h22v27H13z" fill="#f0a65a" />
      <path
        d="M10.5 44V16.5a1.5 1.5 0 0 1 1.5-1.5h24a1.5 1.5 0 0 1 1.5 1.5V44"
        fill="none"
        stroke={frame}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M13 17.5l11 5v22.2L13 44z" fill={leaf} />
      <circle cx="20.6" cy="33" r="1.5" fill="#f0a65a" />
    </svg>
  );
}
