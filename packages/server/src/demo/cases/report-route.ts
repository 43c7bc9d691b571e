import type { REPORT_CHANNELS, ReporterKind } from '@yimen/contracts';
import type { Channel, Scenario } from '../scenarios/scenario.ts';

export interface ReportRoute {
  readonly channel: (typeof REPORT_CHANNELS)[number];
  readonly reporterKind: ReporterKind;
  /** The post that records the report; null on the public page. */
  readonly reporterPostKey: string | null;
}

/** Who noticed, through which door, and who wrote it down. */
export function routeReport(scenario: Scenario, townshipKey: string, villageKey: string): ReportRoute {
  const office = scenario.reporterOffice;
  switch (scenario.channel) {
    case 'village-assistant':
      return route('village', 'village-committee', `${villageKey}.assistant`);
    case 'society-keeper':
      return route('village', 'village-committee', `${villageKey}.keeper`);
    case 'window':
      return route('window', 'self', `${townshipKey}.window`);
    case 'hotline':
      return route('hotline', 'relative', '12349.seat1');
    case 'public-page':
      return route('public-page', scenario.anonymous ? 'neighbour' : 'self', null);
    case 'department':
      return route('unit', office === 'chengguan' ? 'urban-management' : 'other', `${office ?? 'renshe'}.handler`);
    default:
      return route(
        'unit',
        UNIT_KINDS[scenario.channel],
        `${office ?? UNIT_OFFICES[scenario.channel]}.${UNIT_WORDS[scenario.channel]}`,
      );
  }
}

type Unit = Extract<Channel, 'hospital' | 'school' | 'police' | 'traffic-police' | 'rescue-station' | 'charity'>;

const UNIT_KINDS: Record<Unit, ReporterKind> = {
  hospital: 'hospital',
  school: 'school',
  police: 'police',
  'traffic-police': 'police',
  'rescue-station': 'rescue-station',
  charity: 'charity',
};

const UNIT_OFFICES: Record<Unit, string> = {
  hospital: 'yiyuan.qu',
  school: 'xuexiao.xinan',
  police: 'paichusuo.gulou',
  'traffic-police': 'jiaojing',
  'rescue-station': 'jiuzhuzhan',
  charity: 'cishan',
};

const UNIT_WORDS: Record<Unit, string> = {
  hospital: 'reporter',
  school: 'reporter',
  police: 'reporter',
  'traffic-police': 'reporter',
  'rescue-station': 'staff',
  charity: 'worker',
};

function route(
  channel: ReportRoute['channel'],
  reporterKind: ReporterKind,
  reporterPostKey: string | null,
): ReportRoute {
  return { channel, reporterKind, reporterPostKey };
}
