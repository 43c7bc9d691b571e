import { formatFen } from './format-fen.ts';
import './data.css';

export interface MoneyProps {
  readonly fen: number;
  readonly strong?: boolean;
}

export function Money({ fen, strong = false }: MoneyProps) {
  return (
    <span className="ym-money" data-strong={strong ? '' : undefined}>
      {formatFen(fen)}
    </span>
  );
}
