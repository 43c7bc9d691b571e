/** null: a local reading; seconds east of Greenwich; or a name of the time-zone database. */
export type Zone = null | { readonly offset: number } | { readonly name: string };

export function sameZone(left: Zone, right: Zone): boolean {
  return zoneText(left) === zoneText(right);
}

export function zoneText(zone: Zone): string {
  if (zone === null) return '';
  if ('name' in zone) return `@${zone.name}`;
  if (zone.offset === 0) return 'Z';
  const seconds = Math.abs(zone.offset);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return `${zone.offset < 0 ? '-' : '+'}${shown.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

const OFFSET = /^([+-])(\d\d):([0-5]\d)(?::([0-5]\d))?$/;
/** XML Schema ends at 14 hours, other engines at 18: between them nothing is certain. */
const LARGEST_HOURS = 14;
const IMPOSSIBLE_HOURS = 18;

export type ZoneReading = { readonly zone: Zone } | 'wrong' | 'uncertain';

export function readZone(text: string): ZoneReading {
  if (text === '') return { zone: null };
  if (text === 'Z') return { zone: { offset: 0 } };
  if (text === 'z') return 'uncertain';
  if (text.startsWith('@')) return readName(text.slice(1));
  const parts = OFFSET.exec(text);
  if (!parts) return 'wrong';
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  if (seconds > IMPOSSIBLE_HOURS * 3600) return 'wrong';
  if (seconds > LARGEST_HOURS * 3600) return 'uncertain';
  return { zone: { offset: parts[1] === '-' ? 0 - seconds : seconds } };
}

/** Only the form is checked: which names exist depends on the release of the database. */
function readName(name: string): ZoneReading {
  if (isUniversal(name)) return { zone: { name } };
  if (!/^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_]+){1,2}$/.test(name)) return 'uncertain';
  return KNOWN_AREAS.has(name.slice(0, name.indexOf('/'))) ? { zone: { name } } : 'uncertain';
}

/** No release of the database moves these from Greenwich. */
export function isUniversal(name: string): boolean {
  return name === 'Etc/UTC' || name === 'Etc/GMT' || name === 'UTC';
}

const KNOWN_AREAS = new Set([
  'Africa',
  'America',
  'Antarctica',
  'Arctic',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
]);
