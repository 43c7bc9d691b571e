import './chart.css';

export interface ShareBarProps {
  /** From 0 to 1 of the longest. */
  readonly share: number;
  readonly direction: 'more' | 'less';
}

/** A bar beside a figure that stands next to it in words. */
export function ShareBar({ share, direction }: ShareBarProps) {
  return (
    <span className="ym-share" aria-hidden="true">
      <span className="ym-share-bar" data-direction={direction} style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
