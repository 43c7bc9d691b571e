import * as contract from '@yimen/contracts';
import type { TestApi } from '../../platform/testing/index.ts';
import type { SmallCounty } from '../../testing/index.ts';

type Query = Partial<contract.InputOf<typeof contract.listHeldItems>['query']>;
type Chosen = readonly Pick<contract.HeldItem, 'householdId' | 'revision'>[];

/** What the county and its towns do with a run. */
export function runActs(api: TestApi, county: SmallCounty) {
  const as = async (login: string) => ({ session: await county.as(login) });
  const chosen = (items: Chosen) => items.map(({ householdId, revision }) => ({ householdId, revision }));

  async function show(id: string, login = 'county.clerk') {
    return api.call(contract.getRedetermination, { params: { id } }, await as(login));
  }

  return {
    show,
    start: async (on: string, login = 'county.clerk') =>
      api.call(contract.startRedetermination, { body: { on } }, await as(login)),
    list: async (login = 'county.clerk') => api.call(contract.listRedeterminations, {}, await as(login)),
    move: async (
      route: typeof contract.stopRedetermination | typeof contract.resumeRedetermination,
      id: string,
      login = 'county.clerk',
    ) => {
      const { version } = (await show(id)).body;
      return api.call(route, { params: { id }, body: { expectedVersion: version } }, await as(login));
    },
    finish: async (id: string, reason: string | null, login = 'county.clerk') => {
      const { version } = (await show(id)).body;
      const body = { reason, expectedVersion: version };
      return api.call(contract.finishRedetermination, { params: { id }, body }, await as(login));
    },
    items: async (id: string, query: Query = {}, login = 'county.clerk') =>
      api.call(contract.listHeldItems, { params: { id }, query }, await as(login)),
    /** Page after page. */
    async allItems(id: string, query: Query = {}, login = 'county.clerk'): Promise<readonly contract.HeldItem[]> {
      const all: contract.HeldItem[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const further = cursor === undefined ? {} : { cursor };
        const page = await api.call(
          contract.listHeldItems,
          { params: { id }, query: { limit: 7, ...query, ...further } },
          await as(login),
        );
        if (page.status !== 200) throw new Error(page.text);
        all.push(...page.body.items);
        cursor = page.body.nextCursor;
      }
      return all;
    },
    explain: async (id: string, householdId: string, login = 'county.clerk') =>
      api.call(contract.explainHeldItem, { params: { id, householdId } }, await as(login)),
    confirm: async (id: string, items: Chosen, login = 'county.clerk') =>
      api.call(contract.confirmHeldItems, { params: { id }, body: { items: chosen(items) } }, await as(login)),
    dismiss: async (id: string, items: Chosen, reason: string, login = 'county.clerk') =>
      api.call(contract.dismissHeldItems, { params: { id }, body: { items: chosen(items), reason } }, await as(login)),
  };
}
