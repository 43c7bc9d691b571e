const PERSON = `jsonb_build_object('personId', p.id, 'name', p.name, 'sex', p.sex, 'idNumberMasked', p.id_number_masked, 'regionName', r.full_name, 'householdId', m.household_id, 'headName', h.head_name)`;
const PERSON_FROM = `FROM person p JOIN region r ON r.code = p.region_code LEFT JOIN household_member m ON m.person_id = p.id AND m.to_date IS NULL LEFT JOIN household h ON h.id = m.household_id`;
const SCOPE = (column: string, from: number) => `${column} >= $${from} AND ${column} <= $${from + 1}`;

const MATTER_ROWS = (
  scope: string,
) => `SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'caseId', m.case_id, 'caseNo', c.case_no, 'state', m.state, 'summary', c.summary, 'headName', c.head_name, 'regionName', r.full_name, 'urgency', c.urgency, 'dueAt', m.due_at,
  'responsible', (SELECT jsonb_build_object('postId', p.id, 'title', p.title) FROM post p WHERE p.id = c.responsible_post_id))), '[]') AS items
  FROM (SELECT * FROM matter x WHERE x.township_code = $1 AND x.state = 'open' ${scope} ORDER BY x.due_at, x.id LIMIT 20) m JOIN "case" c ON c.id = m.case_id JOIN region r ON r.code = m.region_code`;

const CASE_PAGE = (
  scope: string,
) => `SELECT jsonb_build_object('id', c.id, 'caseNo', c.case_no, 'state', c.state, 'summary', c.summary, 'need', c.need, 'urgency', c.urgency, 'openedAt', c.opened_at,
  'household', (SELECT jsonb_build_object('id', h.id, 'headName', h.head_name, 'members', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'idNumberMasked', p.id_number_masked, 'relation', m.relation)) FROM household_member m JOIN person p ON p.id = m.person_id WHERE m.household_id = h.id AND m.to_date IS NULL)) FROM household h WHERE h.id = c.household_id),
  'matters', (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'programme', m.programme, 'state', m.state)) FROM matter m WHERE m.case_id = c.id),
  'tasks', (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'state', t.state, 'dueAt', t.due_at)) FROM task t WHERE t.case_id = c.id),
  'events', (SELECT jsonb_agg(jsonb_build_object('at', e.at, 'act', e.act, 'by', e.by_name) ORDER BY e.id DESC) FROM case_event e WHERE e.case_id = c.id)) AS page FROM "case" c WHERE c.id = $1 ${scope}`;

const SEARCH_NAME = (scope: string) =>
  `SELECT jsonb_agg(${PERSON}) AS items ${PERSON_FROM} WHERE p.id IN (SELECT g.person_id FROM person_gram g WHERE g.gram = $1 ${scope} LIMIT 20)`;
const GRANT_LOCK = (scope: string) =>
  `SELECT g.amount_fen, g.episode_id, g.from_account_id, (SELECT a.id FROM fund_account a WHERE a.fund_id = g.fund_id AND a.role = 'reserved') AS reserved FROM relief_grant g WHERE g.id = $1 AND g.state = 'proposed' ${scope} FOR UPDATE`;

/** Every statement of the floors, named so that it is planned once per connection. */
export const SQL = {
  window: {
    name: 'window',
    text: `SELECT o.id AS office_id, o.name, o.phone, p.id AS post_id, h.account_id FROM office o JOIN post p ON p.office_id = o.id JOIN post_holder h ON h.post_id = p.id WHERE o.kind = 'township-window' AND o.region_code IN ($1, $2) LIMIT 1`,
  },
  report: {
    name: 'report',
    text: `WITH kept AS (INSERT INTO report (id, receipt_no, follow_code_hash, region_code, office_id, responsible_post_id, channel, event_kind, what_happened, claimed_urgency, subject_name, reporter_kind, reporter_account_id, anonymous, received_at)
      VALUES ($1, $2, $3, $4, $5, $6, 'village', $7, $8, $9, $10, $11, $12, false, now()))
      INSERT INTO task (id, kind, region_code, report_id, summary, post_id, office_id, started_at, due_at, due_on, warn_at, limit_amount, limit_unit, clause_id, clause_zh, clause_en)
      VALUES ($13, 'triage-report', $4, $1, $8, $6, $5, now(), now() + interval '2 hours', current_date, now() + interval '1 hour', 2, 'hours', 'x', 'x', 'x')`,
  },
  intake: {
    name: 'intake',
    text: `WITH home AS (INSERT INTO household (id, region_code, head_name, created_at, created_by) VALUES ($1, $2, $3, now(), $19)),
      people AS (INSERT INTO person (id, region_code, name, sex, birth_date, id_number_index, id_number_encrypted, id_number_masked, residence_region_code, created_at, created_by)
        SELECT a.id, $2, a.name, a.sex, a.born, a.idx, convert_to(a.number, 'UTF8'), right(a.number, 4), $2, now(), $19 FROM unnest($4::uuid[], $5::text[], $6::text[], $7::date[], $8::bytea[], $9::text[]) AS a (id, name, sex, born, idx, number)),
      members AS (INSERT INTO household_member (household_id, person_id, region_code, relation, support_relation, from_date) SELECT $1, a.id, $2, a.relation, 'none', current_date FROM unnest($4::uuid[], $10::text[]) AS a (id, relation)),
      grams AS (INSERT INTO person_gram (gram, region_code, person_id) SELECT a.gram, $2, a.id FROM unnest($11::text[], $12::uuid[]) AS a (gram, id)),
      opened AS (INSERT INTO "case" (id, case_no, region_code, township_code, household_id, head_name, summary, event_kind, occurred_on, description, need, urgency, urgency_possible, office_id, responsible_post_id, first_asked_post_id, opened_at, opened_by)
        VALUES ($13, $21, $2, $16, $1, $3, '火灾', 'fire', current_date, '火灾', $20, 'urgent', 'urgent', $17, $18, $18, now(), $19)),
      matters AS (INSERT INTO matter (id, case_id, region_code, township_code, programme, office_id, opened_at, due_at) VALUES ($14, $13, $2, $16, 'urgentRelief', $17, now(), now() + interval '1 day')),
      events AS (INSERT INTO case_event (case_id, region_code, at, act, by_name, office_name) VALUES ($13, $2, now(), 'case.opened', 'x', 'x'))
      INSERT INTO task (id, kind, region_code, case_id, matter_id, summary, post_id, office_id, started_at, due_at, due_on, warn_at, limit_amount, limit_unit, clause_id, clause_zh, clause_en)
      VALUES ($15, 'assess-need', $2, $13, $14, $3, $18, $17, now(), now() + interval '1 day', current_date, now() + interval '20 hours', 24, 'hours', 'x', 'x', 'x')`,
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
        SELECT $8, g.id, g.case_id, g.region_code, 1, g.amount_fen, 'cash', 'approved', current_date, g.fund_id, $5, g.payee_name, coalesce($7::uuid, g.proposed_by), now(), 0 FROM relief_grant g WHERE g.id = $1)
      UPDATE relief_grant SET state = 'approved', approvals_given = 1, approved_at = now(), version = version + 1 WHERE id = $1 AND (SELECT count(*) FROM caps) > 0`,
  },
} as const;
