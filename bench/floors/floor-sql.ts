const SCOPE = (column: string, from: number) => `${column} >= $${from} AND ${column} <= $${from + 1}`;

const PERSON = `json_build_object('personId', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'idNumberMasked', p.id_number_masked, 'phoneMasked', p.phone_masked, 'regionCode', p.region_code, 'householdId', m.household_id, 'headName', h.head_name,
  'openCaseNo', (SELECT c.case_no FROM "case" c WHERE c.household_id = m.household_id AND c.state = 'open' LIMIT 1))`;
const PERSON_FROM = `FROM person p LEFT JOIN household_member m ON m.person_id = p.id AND m.to_date IS NULL LEFT JOIN household h ON h.id = m.household_id`;

const CLOCK = `json_build_object('dueAt', t.due_at, 'dueOn', t.due_on, 'warnAt', t.warn_at, 'unit', t.limit_unit, 'limit', t.limit_amount, 'provisional', t.due_provisional, 'clause', json_build_object('zh', t.clause_zh, 'en', t.clause_en), 'clauseId', t.clause_id)`;
const LIST = (item: string, from: string) => `coalesce((SELECT json_agg(${item}) FROM ${from}), '[]')`;

const MATTER_ROWS = (
  scope: string,
) => `SELECT coalesce(json_agg(json_build_object('id', m.id, 'caseId', m.case_id, 'caseNo', c.case_no, 'programme', m.programme, 'state', m.state, 'summary', c.summary, 'headName', c.head_name,
    'regionCode', m.region_code, 'urgency', c.urgency, 'dueAt', m.due_at, 'responsiblePostId', c.responsible_post_id, 'openedAt', m.opened_at, 'version', m.version)), '[]') AS items
  FROM (SELECT * FROM matter x WHERE x.township_code = $1 AND x.state = 'open' ${scope} ORDER BY x.due_at, x.id LIMIT 20) m JOIN "case" c ON c.id = m.case_id`;

const MEMBERS = LIST(
  `json_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'idNumberMasked', p.id_number_masked, 'phoneMasked', p.phone_masked, 'hukouRegionCode', p.hukou_region_code, 'residenceRegionCode', p.residence_region_code, 'hasAddress', p.address_encrypted IS NOT NULL, 'version', p.version, 'relation', m.relation, 'supportRelation', m.support_relation, 'fromDate', m.from_date, 'payeeAccountMasked', y.account_masked)`,
  `household_member m JOIN person p ON p.id = m.person_id LEFT JOIN payee_account y ON y.person_id = p.id AND y.replaced_at IS NULL WHERE m.household_id = h.id AND m.to_date IS NULL`,
);
const CIRCUMSTANCES = LIST(
  `json_build_object('id', u.id, 'kind', u.kind, 'personId', u.person_id, 'personName', p.name, 'text', u.text, 'amountFen', u.amount_fen, 'occurredOn', u.occurred_on, 'provenance', u.provenance, 'recordedAt', u.recorded_at, 'recordedBy', a.name)`,
  `circumstance u JOIN account a ON a.id = u.recorded_by LEFT JOIN person p ON p.id = u.person_id WHERE u.household_id = h.id`,
);
const HOUSEHOLD = `(SELECT json_build_object('id', h.id, 'regionCode', h.region_code, 'headName', h.head_name, 'version', h.version, 'members', ${MEMBERS}, 'circumstances', ${CIRCUMSTANCES},
    'cases', ${LIST(`json_build_object('id', k.id, 'caseNo', k.case_no, 'summary', k.summary, 'state', k.state, 'openedAt', k.opened_at)`, `"case" k WHERE k.household_id = h.id`)}) FROM household h WHERE h.id = c.household_id)`;

/** All the product's page shows but what follows from rules: words, permitted acts, ages, how much of a clock is left. Names of posts and regions come from memory, as there. */
const CASE_PAGE = (
  scope: string,
) => `SELECT json_build_object('id', c.id, 'caseNo', c.case_no, 'state', c.state, 'summary', c.summary, 'eventKind', c.event_kind, 'occurredOn', c.occurred_on, 'placeRegionCode', c.region_code,
  'placeDetail', c.place_detail_encrypted, 'need', c.need, 'urgency', c.urgency, 'urgencyPossible', c.urgency_possible, 'openedAt', c.opened_at, 'closedAt', c.closed_at, 'outcome', c.outcome, 'outcomeReason', c.outcome_reason,
  'officeName', (SELECT o.name FROM office o WHERE o.id = c.office_id), 'responsiblePostId', c.responsible_post_id, 'firstAskedPostId', c.first_asked_post_id, 'handOver', c.hand_over_post_id, 'version', c.version,
  'participants', ${LIST(`json_build_object('officeId', q.office_id, 'officeName', o.name, 'why', q.reason)`, `case_participant q JOIN office o ON o.id = q.office_id WHERE q.case_id = c.id`)},
  'household', ${HOUSEHOLD},
  'matters', ${LIST(`json_build_object('id', m.id, 'programme', m.programme, 'state', m.state, 'officeName', o.name, 'openedAt', m.opened_at)`, `matter m JOIN office o ON o.id = m.office_id WHERE m.case_id = c.id`)},
  'tasks', ${LIST(`json_build_object('id', t.id, 'kind', t.kind, 'state', t.state, 'caseId', t.case_id, 'reportId', t.report_id, 'caseSummary', t.summary, 'ownerPostId', t.post_id, 'clock', ${CLOCK}, 'escalated', t.escalated_at IS NOT NULL, 'version', t.version)`, `task t WHERE t.case_id = c.id`)},
  'events', ${LIST(`json_build_object('at', e.at, 'act', e.act, 'by', e.by_name, 'office', e.office_name, 'onBehalfOf', e.behalf_name, 'details', e.details) ORDER BY e.id DESC`, `case_event e WHERE e.case_id = c.id`)},
  'notices', ${LIST(`json_build_object('id', n.id, 'issuedAt', n.issued_at, 'issuedBy', a.name, 'items', n.items, 'reissueReason', n.reissue_reason, 'supersededAt', n.superseded_at)`, `one_time_notice n JOIN account a ON a.id = n.issued_by WHERE n.case_id = c.id`)},
  'surveys', ${LIST(`json_build_object('id', s.id, 'at', s.at, 'by', a.name, 'findings', s.findings)`, `survey s JOIN account a ON a.id = s.account_id WHERE s.case_id = c.id`)},
  'referrals', ${LIST(`json_build_object('id', f.id, 'toOffice', o.name, 'need', f.need, 'state', f.state, 'sentAt', f.sent_at, 'answeredAt', f.answered_at, 'resultKind', f.result_kind, 'resultText', f.result_text, 'returnReason', f.return_reason, 'version', f.version)`, `referral f JOIN office o ON o.id = f.to_office_id WHERE f.case_id = c.id`)},
  'reports', ${LIST(`json_build_object('id', b.id, 'receiptNo', b.receipt_no, 'receivedAt', b.received_at, 'whatHappened', b.what_happened)`, `report b WHERE b.case_id = c.id`)},
  'assessmentId', (SELECT a.id FROM assessment a WHERE a.case_id = c.id ORDER BY a.made_at DESC LIMIT 1)) AS page FROM "case" c WHERE c.id = $1 ${scope}`;

const SEARCH_NAME = (scope: string) =>
  `SELECT json_agg(${PERSON}) AS items ${PERSON_FROM} WHERE p.id IN (SELECT g.person_id FROM person_gram g WHERE g.gram = $1 ${scope} LIMIT 20)`;
const GRANT_LOCK = (scope: string) =>
  `SELECT g.amount_fen, g.episode_id, g.from_account_id, (SELECT a.id FROM fund_account a WHERE a.fund_id = g.fund_id AND a.role = 'reserved') AS reserved FROM relief_grant g WHERE g.id = $1 AND g.state = 'proposed' ${scope} FOR UPDATE`;
const NEW_TASK = `INSERT INTO task (id, kind, region_code, case_id, matter_id, report_id, subject_id, summary, post_id, office_id, started_at, due_at, due_on, warn_at, limit_amount, limit_unit, clause_id, clause_zh, clause_en)`;
const CLOCK_OF_A_DAY = `now(), now() + interval '1 day', current_date, now() + interval '20 hours', 24, 'hours', 'x', 'x', 'x'`;

/** Every statement of the floors, named so that it is planned once per connection. */
export const SQL = {
  window: {
    name: 'window',
    text: `SELECT o.id AS office_id, o.name, o.phone, p.id AS post_id, h.account_id FROM office o JOIN post p ON p.office_id = o.id JOIN post_holder h ON h.post_id = p.id WHERE o.kind = 'township-window' AND o.region_code IN ($1, $2) LIMIT 1`,
  },
  report: {
    name: 'report',
    text: `WITH kept AS (INSERT INTO report (id, receipt_no, follow_code_hash, region_code, office_id, responsible_post_id, channel, event_kind, what_happened, claimed_urgency, subject_name, reporter_kind, reporter_account_id, anonymous, received_at, subject_phone_index, subject_phone_encrypted, subject_phone_masked)
      VALUES ($1, 'F-' || nextval('report_number'), $2, $3, $4, $5, 'village', $6, $7, $8, $9, $10, $11, false, now(), $13, convert_to($14, 'UTF8'), right($14, 4))),
      told AS (INSERT INTO report_event (report_id, region_code, at, act, by_name, words_zh, words_en, is_public) VALUES ($1, $3, now(), 'report.received', 'x', 'x', 'x', true))
      ${NEW_TASK} VALUES ($12, 'triage-report', $3, NULL, NULL, $1, NULL, $7, $5, $4, ${CLOCK_OF_A_DAY})`,
  },
  intake: {
    name: 'intake',
    text: `WITH home AS (INSERT INTO household (id, region_code, head_name, created_at, created_by) VALUES ($1, $2, $3, now(), $19)),
      people AS (INSERT INTO person (id, region_code, name, sex, birth_date, id_number_index, id_number_encrypted, id_number_masked, residence_region_code, created_at, created_by, phone_index, phone_encrypted, phone_masked, address_encrypted)
        SELECT a.id, $2, a.name, a.sex, a.born, a.idx, convert_to(a.number, 'UTF8'), right(a.number, 4), $2, now(), $19, a.phone_idx, convert_to(a.phone, 'UTF8'), right(a.phone, 4), convert_to('x', 'UTF8')
        FROM unnest($4::uuid[], $5::text[], $6::text[], $7::date[], $8::bytea[], $9::text[], $21::bytea[], $22::text[]) AS a (id, name, sex, born, idx, number, phone_idx, phone)),
      members AS (INSERT INTO household_member (household_id, person_id, region_code, relation, support_relation, from_date) SELECT $1, a.id, $2, a.relation, 'none', current_date FROM unnest($4::uuid[], $10::text[]) AS a (id, relation)),
      grams AS (INSERT INTO person_gram (gram, region_code, person_id) SELECT a.gram, $2, a.id FROM unnest($11::text[], $12::uuid[]) AS a (gram, id)),
      opened AS (INSERT INTO "case" (id, case_no, region_code, township_code, household_id, head_name, summary, event_kind, occurred_on, description, need, urgency, urgency_possible, office_id, responsible_post_id, first_asked_post_id, opened_at, opened_by)
        VALUES ($13, 'F-' || nextval('case_number'), $2, $16, $1, $3, '火灾', 'fire', current_date, '火灾', $20, 'urgent', 'urgent', $17, $18, $18, now(), $19)),
      takes_part AS (INSERT INTO case_participant (case_id, office_id, reason, since) VALUES ($13, $17, 'opened', now())),
      matters AS (INSERT INTO matter (id, case_id, region_code, township_code, programme, office_id, opened_at, due_at) VALUES ($14, $13, $2, $16, 'urgentRelief', $17, now(), now() + interval '1 day')),
      events AS (INSERT INTO case_event (case_id, region_code, at, act, by_name, office_name) VALUES ($13, $2, now(), 'case.opened', 'x', 'x'))
      ${NEW_TASK} VALUES ($15, 'assess-need', $2, $13, $14, NULL, NULL, $3, $18, $17, ${CLOCK_OF_A_DAY})`,
  },
  worklist: { name: 'worklist', text: MATTER_ROWS('') },
  // Inside coalesce the range does not tempt the planner away from the index of the township.
  worklistScoped: {
    name: 'worklist-scoped',
    text: MATTER_ROWS(`AND coalesce(${SCOPE('x.region_code', 2)}, false)`),
  },
  searchId: { name: 'search-id', text: `SELECT ${PERSON} AS item ${PERSON_FROM} WHERE p.id_number_index = $1` },
  searchIdScoped: {
    name: 'search-id-scoped',
    text: `SELECT ${PERSON} AS item ${PERSON_FROM} WHERE p.id_number_index = $1 AND ${SCOPE('p.region_code', 2)}`,
  },
  searchName: { name: 'search-name', text: SEARCH_NAME('') },
  searchNameScoped: { name: 'search-name-scoped', text: SEARCH_NAME(`AND ${SCOPE('g.region_code', 2)}`) },
  casePage: { name: 'case-page', text: CASE_PAGE('') },
  casePageScoped: { name: 'case-page-scoped', text: CASE_PAGE(`AND ${SCOPE('c.region_code', 2)}`) },
  grantLock: { name: 'grant-lock', text: GRANT_LOCK('') },
  grantLockScoped: { name: 'grant-lock-scoped', text: GRANT_LOCK(`AND ${SCOPE('g.region_code', 2)}`) },
  grant: {
    name: 'grant',
    text: `WITH caps AS (UPDATE episode_level SET granted_fen = granted_fen + CASE WHEN level = 'village' THEN $3::bigint ELSE 0 END, cumulative_fen = cumulative_fen + $3::bigint WHERE episode_id = $2 RETURNING 1),
      moved AS (INSERT INTO transfer (id, fund_id, from_account_id, to_account_id, amount_fen, kind, region_code, case_id, grant_id, memo, at, account_id)
        SELECT $6, g.fund_id, $4, $5, $3, 'reserve', g.region_code, g.case_id, g.id, 'x', now(), coalesce($7::uuid, g.proposed_by) FROM relief_grant g WHERE g.id = $1),
      signed AS (INSERT INTO grant_approval (grant_id, account_id, region_code, case_id, post_id, at) SELECT g.id, $7::uuid, g.region_code, g.case_id, g.proposed_post_id, now() FROM relief_grant g WHERE g.id = $1 AND $7::uuid IS NOT NULL),
      ordered AS (INSERT INTO payment (id, grant_id, case_id, region_code, seq, amount_fen, method, state, planned_on, fund_id, reserved_account_id, payee_name, ordered_by, ordered_at, checks_needed)
        SELECT $8, g.id, g.case_id, g.region_code, 1, g.amount_fen, 'cash', 'approved', current_date, g.fund_id, $5, g.payee_name, coalesce($7::uuid, g.proposed_by), now(), 0 FROM relief_grant g WHERE g.id = $1),
      decided AS (UPDATE task SET state = 'done', ended_at = now(), ended_by = $7::uuid, result = 'signed', version = version + 1 WHERE state = 'open' AND subject_id = $1 AND kind = 'decide-grant'),
      told AS (INSERT INTO case_event (case_id, region_code, at, act, by_name, office_name, details) SELECT g.case_id, g.region_code, now(), 'grant.approved', 'x', 'x', json_build_object('amountFen', g.amount_fen) FROM relief_grant g WHERE g.id = $1),
      next AS (${NEW_TASK} SELECT $9, 'pay-grant', g.region_code, g.case_id, g.matter_id, NULL, g.id, g.payee_name, g.proposed_post_id, g.office_id, ${CLOCK_OF_A_DAY} FROM relief_grant g WHERE g.id = $1)
      UPDATE relief_grant SET state = 'approved', approvals_given = 1, approved_at = now(), version = version + 1 WHERE id = $1 AND (SELECT count(*) FROM caps) > 0`,
  },
} as const;
