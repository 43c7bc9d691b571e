import type { Role } from '@yimen/contracts';
import type { DemoOffice } from '../offices/office.ts';
import type { RegionTree } from '../region-tree.ts';
import { type DemoPost, POST_WORDS } from './post.ts';

/** Survey, review, approval and cash are different people; two surveyors go out together. */
export function townshipPosts(window: DemoOffice, townshipName: string): DemoPost[] {
  const post = (word: string, role: Role, title: string): DemoPost => ({
    key: `${window.key}.${word}`,
    officeKey: window.key,
    role,
    regionCode: window.regionCode,
    title: `${townshipName}${title}`,
    seat: null,
    substitute: role === 'surveyor' ? { sharedAs: `${window.key}.surveyor.b` } : 'own',
  });
  return [
    post(POST_WORDS.window, 'window-clerk', '社会救助窗口经办'),
    post('surveyor1', 'surveyor', '入户调查员（一）'),
    post('surveyor2', 'surveyor', '入户调查员（二）'),
    post(POST_WORDS.reviewer, 'township-reviewer', '社会救助审核'),
    post(POST_WORDS.approver, 'township-approver', '社会救助审批'),
    post(POST_WORDS.pettyCash, 'petty-cash-keeper', '备用金管理员'),
  ];
}

/** An assistant of the township's window and a keeper of the society in every village; neighbours stand in for each other. */
export function villagePosts(window: DemoOffice, societies: readonly DemoOffice[], tree: RegionTree): DemoPost[] {
  return societies.flatMap((society, index) => {
    const neighbour = societies[(index + 1) % societies.length] ?? society;
    const village = tree.get(society.regionCode).name;
    const post = (word: string, role: Role, officeKey: string, title: string): DemoPost => ({
      key: `${society.key}.${word}`,
      officeKey,
      role,
      regionCode: society.regionCode,
      title: `${village}${title}`,
      seat: null,
      substitute: { holderOf: `${neighbour.key}.${word}` },
    });
    return [
      post(POST_WORDS.assistant, 'village-assistant', window.key, '社会救助协理员'),
      post(POST_WORDS.keeper, 'society-keeper', society.key, '救急难互助社理事长'),
    ];
  });
}
