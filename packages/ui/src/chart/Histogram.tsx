import { labelEvery, roundTop } from './scale.ts';
import './chart.css';

export interface HistogramSeries {
  readonly name: string;
  readonly counts: readonly number[];
}

export interface HistogramProps {
  /** What is drawn; read in place of the picture. */
  readonly label: string;
  /** The wide bars behind, and the narrow ones before them. */
  readonly before: HistogramSeries;
  readonly after: HistogramSeries;
  /** One per bar: where it begins, on the axis, and what it holds, in the table. */
  readonly bars: readonly { readonly start: string; readonly range: string }[];
  readonly rangeTitle: string;
  readonly countTitle: string;
  /** Opens the same figures as a table. */
  readonly tableTitle: string;
}

const MOST_LABELS = 8;
const HEIGHT = 100;

/** How many stand where, before and after; the same figures as a table for whoever cannot see it. */
export function Histogram({ label, before, after, bars, rangeTitle, countTitle, tableTitle }: HistogramProps) {
  const top = roundTop(Math.max(...before.counts, ...after.counts));
  const every = labelEvery(bars.length, MOST_LABELS);
  return (
    <figure className="ym-histogram">
      <figcaption className="ym-histogram-legend">
        <span>{countTitle}</span>
        <span className="ym-histogram-key" data-series="before">
          {before.name}
        </span>
        <span className="ym-histogram-key" data-series="after">
          {after.name}
        </span>
      </figcaption>
      <div className="ym-histogram-plot" role="img" aria-label={label}>
        <div className="ym-histogram-counts" aria-hidden="true">
          {[top, top / 2, 0].map((count) => (
            <span key={count}>{Number.isInteger(count) ? count.toLocaleString('en') : ''}</span>
          ))}
        </div>
        <svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {[0, HEIGHT / 2, HEIGHT].map((height) => (
            <line key={height} className="ym-histogram-line" x1="0" x2={bars.length} y1={height} y2={height} />
          ))}
          {bars.map(({ start }, index) => (
            <g key={start}>
              <Bar series="before" x={index + 0.08} width={0.84} count={before.counts[index] ?? 0} top={top} />
              <Bar series="after" x={index + 0.28} width={0.44} count={after.counts[index] ?? 0} top={top} />
            </g>
          ))}
        </svg>
        <div className="ym-histogram-axis" aria-hidden="true">
          {bars.map(({ start }, index) =>
            index % every === 0 ? (
              <span key={start} style={{ insetInlineStart: `${(index / bars.length) * 100}%` }}>
                {start}
              </span>
            ) : null,
          )}
        </div>
      </div>
      <details className="ym-histogram-table">
        <summary>{tableTitle}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{rangeTitle}</th>
              <th scope="col">{before.name}</th>
              <th scope="col">{after.name}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ start, range }, index) => (
              <tr key={start}>
                <th scope="row">{range}</th>
                <td>{(before.counts[index] ?? 0).toLocaleString('en')}</td>
                <td>{(after.counts[index] ?? 0).toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface BarProps {
  readonly series: 'before' | 'after';
  readonly x: number;
  readonly width: number;
  readonly count: number;
  readonly top: number;
}

/** Whoever is counted at all is seen. */
function Bar({ series, x, width, count, top }: BarProps) {
  if (count === 0) return null;
  const height = Math.max(1.2, (count / top) * HEIGHT);
  return (
    <rect className="ym-histogram-bar" data-series={series} x={x} y={HEIGHT - height} width={width} height={height} />
  );
}
