import { getPhoto } from '@yimen/contracts';
import './photo.css';

export interface PhotoProps {
  readonly id: string;
  readonly label: string;
}

/** A small picture that opens in full; who opens it is written down by the server. */
export function Photo({ id, label }: PhotoProps) {
  const address = `/api${getPhoto.path.replace('{id}', encodeURIComponent(id))}`;
  return (
    <a className="ys-photo-link" href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={label} loading="lazy" width={160} height={120} />
    </a>
  );
}
