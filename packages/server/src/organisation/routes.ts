import * as contract from '@yimen/contracts';
import { unusedSince } from '../platform/auth/index.ts';
import { type Implementation, implement, implementPrepared } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { activateAccount, prepareActivation } from './activate-account.ts';
import { addDuty } from './add-duty.ts';
import { assignPost } from './assign-post.ts';
import { changeAccount } from './change-account.ts';
import { changeOffice } from './change-office.ts';
import { changePost } from './change-post.ts';
import { createAccount, hashUnknownPassword } from './create-account.ts';
import { createOffice } from './create-office.ts';
import { createPost } from './create-post.ts';
import { endAbsence } from './end-absence.ts';
import { fileRelative } from './file-relative.ts';
import { importCalendar } from './import-calendar.ts';
import { listDirectory } from './list-directory.ts';
import { listDuty } from './list-duty.ts';
import { listAbsencePage, listAccountPage, listOfficePage, listPostPage } from './list-queries.ts';
import { listRegions } from './list-regions.ts';
import { selectCalendarYears } from './queries.ts';
import { recordAbsence } from './record-absence.ts';
import { listFilingPage } from './relative-queries.ts';
import { removeDuty } from './remove-duty.ts';
import { resetAccount } from './reset-account.ts';
import { withdrawRelative } from './withdraw-relative.ts';

export function organisationRoutes(services: Services): Implementation[] {
  return [
    ...publicRoutes(services),
    ...officeRoutes(services),
    ...accountRoutes(services),
    ...presenceRoutes(),
    ...relativeRoutes(services),
    ...calendarRoutes(),
  ];
}

function publicRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listRegions, async ({ query }) => listRegions(query)),
    implement(contract.listDirectory, (act) => listDirectory(services, act)),
  ];
}

function officeRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listOffices, ({ tx, query }) => listOfficePage(tx, query)),
    implement(contract.createOffice, createOffice),
    implement(contract.updateOffice, changeOffice),
    implement(contract.listPosts, ({ tx, query, now }) => listPostPage(tx, query, now)),
    implement(contract.createPost, createPost),
    implement(contract.updatePost, changePost),
    implement(contract.assignPost, (act) => assignPost(services, act)),
  ];
}

function accountRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listAccounts, ({ tx, actor, query, now }) =>
      listAccountPage(tx, actor, { ...query, unusedSince: unusedSince(services.settings, now) }, now),
    ),
    implementPrepared(
      contract.createAccount,
      () => hashUnknownPassword(services),
      (act, unknownHash) => createAccount(services, act, unknownHash),
    ),
    implement(contract.updateAccount, changeAccount),
    implementPrepared(contract.resetAccount, () => hashUnknownPassword(services), resetAccount),
    implementPrepared(
      contract.activateAccount,
      ({ body, now }) => prepareActivation(services, body, now),
      activateAccount,
    ),
  ];
}

function presenceRoutes(): Implementation[] {
  return [
    implement(contract.listAbsences, ({ tx, actor, query }) => listAbsencePage(tx, actor, query)),
    implement(contract.recordAbsence, recordAbsence),
    implement(contract.endAbsence, endAbsence),
    implement(contract.listDuty, listDuty),
    implement(contract.addDuty, addDuty),
    implement(contract.removeDuty, removeDuty),
  ];
}

function relativeRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listRelatives, ({ tx, actor, query, note }) => {
      note({ subjectType: 'relative-filing', purpose: 'list' });
      return listFilingPage(tx, actor, query);
    }),
    implement(contract.fileRelative, (act) => fileRelative(services, act)),
    implement(contract.withdrawRelative, withdrawRelative),
  ];
}

function calendarRoutes(): Implementation[] {
  return [
    implement(contract.listCalendar, async ({ tx }) => {
      const years = await selectCalendarYears(tx);
      return { items: years.map((year) => ({ ...year, importedAt: year.importedAt.toISOString() })) };
    }),
    implement(contract.importCalendar, importCalendar),
  ];
}
