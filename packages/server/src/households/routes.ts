import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { addMember, correctRelation, joinHousehold, removeMember, updatePerson } from './change-household.ts';
import { findHousehold } from './queries.ts';
import { recordCircumstance } from './record-circumstance.ts';
import { searchPersons } from './search-persons.ts';
import { setPayeeAccount, unmaskPerson } from './unmask-person.ts';

export function householdRoutes(services: Services): Implementation[] {
  return [
    implement(contract.searchPersons, (act) => searchPersons(services, act)),
    implement(contract.getHousehold, async (act) => {
      const household = await findHousehold(act.tx, act.params.id, act.now);
      if (!household) throw refused('NOT_FOUND');
      act.note({ subjectType: 'household', subjectId: household.id });
      return household;
    }),
    implement(contract.addMember, (act) => addMember(services, act)),
    implement(contract.joinHousehold, (act) => joinHousehold(act)),
    implement(contract.correctRelation, (act) => correctRelation(act)),
    implement(contract.removeMember, (act) => removeMember(act)),
    implement(contract.updatePerson, (act) => updatePerson(services, act)),
    implement(contract.recordCircumstance, (act) => recordCircumstance(act)),
    implement(contract.setPayeeAccount, (act) => setPayeeAccount(services, act)),
    implement(contract.unmaskPerson, (act) => unmaskPerson(services, act)),
  ];
}
