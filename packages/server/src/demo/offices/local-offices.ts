import type { RegionNode } from '../../organisation/index.ts';
import { fictitiousOfficePhone } from '../people/invent-numbers.ts';
import { pinyinOfPlace } from '../pinyin.ts';
import type { RegionTree } from '../region-tree.ts';
import { backOffice, type DemoOffice, WINDOW_HOURS } from './office.ts';

/** A window for every township, sub-district and zone, and a mutual-aid society for every village (裕安区 四(三)2). */
export function localOffices(tree: RegionTree, county: string): DemoOffice[] {
  return tree.childrenOf(county).flatMap((township, index) => {
    const window = townshipWindow(township, index);
    const societies = tree.childrenOf(township.code).map((village) => mutualAidSociety(window.key, township, village));
    return [window, ...societies];
  });
}

function townshipWindow(township: RegionNode, index: number): DemoOffice {
  const key = pinyinOfPlace(township.name);
  return {
    key,
    regionCode: township.code,
    kind: 'township-window',
    department: 'civil-affairs',
    name: `${township.name}社会救助窗口`,
    nameEn: `${capitalised(key)} social assistance window`,
    phone: fictitiousOfficePhone(2_001 + index),
    address: `六安市裕安区${township.name}为民服务中心一楼`,
    openHours: WINDOW_HOURS,
    isPublic: true,
  };
}

function mutualAidSociety(townshipKey: string, township: RegionNode, village: RegionNode): DemoOffice {
  const place = pinyinOfPlace(village.name);
  return backOffice({
    key: `${townshipKey}.${place}`,
    regionCode: village.code,
    kind: 'mutual-aid-society',
    name: `${township.name}${village.name}救急难互助社`,
    nameEn: `${capitalised(place)} mutual-aid society`,
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
