import type { Text } from '../../text.ts';
import type { Column } from '../pack.ts';
import type { Row } from '../unit.ts';
import { cautionAbout } from './change-caution.ts';

/** What nobody would mean in a table: a figure that is gone, nothing or far off, and a row that is there twice. */
export function cautionsAboutTable(
  columns: readonly Column[],
  before: readonly Row[],
  after: readonly Row[],
): readonly Text[] {
  const cells = after.flatMap((row, index) =>
    columns.flatMap((column): readonly Text[] => {
      const caution = cautionAboutCell(before[index]?.[column.id], row[column.id]);
      if (!caution) return [];
      const { label } = column;
      return [
        { zh: `第${index + 1}行“${label.zh}”：${caution.zh}`, en: `Row ${index + 1}, “${label.en}”: ${caution.en}` },
      ];
    }),
  );
  return [...cells, ...doubles(columns, before, after)];
}

function cautionAboutCell(was: Row[string] | undefined, is: Row[string] | undefined): Text | undefined {
  if (typeof was !== 'number' || was === is) return undefined;
  if (is === null || is === undefined) return NO_LONGER;
  return typeof is === 'number' ? cautionAbout({ was, wouldBe: was, is }) : undefined;
}

/** A table may be meant to say several things of one name; one that did not until now hardly is. */
function doubles([key]: readonly Column[], before: readonly Row[], after: readonly Row[]): readonly Text[] {
  if (key?.unit !== 'text' || doubleIn(before, key.id) >= 0) return [];
  const second = doubleIn(after, key.id);
  if (second < 0) return [];
  const first = after.findIndex((row) => row[key.id] === after[second]?.[key.id]);
  const { zh, en } = key.label;
  return [
    {
      zh: `第${second + 1}行的“${zh}”与第${first + 1}行相同，请核对。`,
      en: `Row ${second + 1} has the same “${en}” as row ${first + 1}. Please check.`,
    },
  ];
}

function doubleIn(rows: readonly Row[], key: string): number {
  return rows.findIndex((row, index) => rows.slice(0, index).some((other) => other[key] === row[key]));
}

const NO_LONGER: Text = {
  zh: '原来有数，现在空着（没有，或者不设上限），请核对。',
  en: 'there was a figure and now there is none (none, or no limit). Please check.',
};
