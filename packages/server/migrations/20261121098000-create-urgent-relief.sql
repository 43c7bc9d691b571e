-- Urgent relief: incidents with cap counters, grants, approvals, payments, papers owed afterwards, bank batches.

CREATE TABLE yimen.episode (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES yimen.household (id),
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  event_kind text NOT NULL,
  occurred_on date NOT NULL,
  policy_version text NOT NULL,
  opened_at timestamptz NOT NULL,
  CONSTRAINT episode_once UNIQUE (household_id, event_kind, occurred_on)
);
CREATE INDEX episode_by_case ON yimen.episode (case_id);
COMMENT ON TABLE yimen.episode IS 'One incident of one household: carries the counters of the ladder.';

CREATE TABLE yimen.episode_level (
  episode_id uuid NOT NULL REFERENCES yimen.episode (id),
  level text NOT NULL CONSTRAINT episode_level_name CHECK (level IN ('village', 'township', 'county')),
  rank smallint NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  cap_fen bigint,
  cumulative_cap_fen bigint,
  granted_fen bigint NOT NULL DEFAULT 0,
  cumulative_fen bigint NOT NULL DEFAULT 0,
  CONSTRAINT episode_level_key PRIMARY KEY (episode_id, level),
  CONSTRAINT episode_level_positive CHECK (granted_fen >= 0 AND cumulative_fen >= 0),
  CONSTRAINT episode_level_within_cap CHECK (cap_fen IS NULL OR granted_fen <= cap_fen),
  CONSTRAINT episode_level_within_cumulative_cap CHECK (cumulative_cap_fen IS NULL OR cumulative_fen <= cumulative_cap_fen)
);
COMMENT ON COLUMN yimen.episode_level.cumulative_fen IS 'Granted at this level and every level below it; a grant adds to its level and to those above.';

CREATE TABLE yimen.relief_grant (
  id uuid PRIMARY KEY,
  episode_id uuid NOT NULL REFERENCES yimen.episode (id),
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  matter_id uuid NOT NULL REFERENCES yimen.matter (id),
  region_code text COLLATE "C" NOT NULL,
  level text NOT NULL,
  form text NOT NULL CONSTRAINT relief_grant_form CHECK (form IN ('money', 'kind')),
  method text NOT NULL CONSTRAINT relief_grant_method CHECK (method IN ('cash', 'bank', 'kind')),
  amount_fen bigint NOT NULL CONSTRAINT relief_grant_positive CHECK (amount_fen > 0),
  items jsonb NOT NULL DEFAULT '[]',
  stages jsonb NOT NULL DEFAULT '[]',
  purpose text NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CONSTRAINT relief_grant_state CHECK (state IN ('proposed', 'approved', 'paid', 'refused', 'cancelled')),
  follow_up boolean NOT NULL DEFAULT false,
  new_fact text,
  override_reason text,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  fund_id uuid NOT NULL REFERENCES yimen.fund (id),
  from_account_id uuid NOT NULL REFERENCES yimen.fund_account (id),
  payee_person_id uuid NOT NULL REFERENCES yimen.person (id),
  payee_name text NOT NULL,
  payee_snapshot_encrypted bytea,
  payee_masked text,
  approvals_needed smallint NOT NULL CONSTRAINT relief_grant_approvals CHECK (approvals_needed >= 1),
  approvals_given smallint NOT NULL DEFAULT 0 CONSTRAINT relief_grant_approvals_given CHECK (approvals_given <= approvals_needed),
  paid_fen bigint NOT NULL DEFAULT 0 CONSTRAINT relief_grant_not_overpaid CHECK (paid_fen <= amount_fen),
  explanation jsonb NOT NULL,
  proposed_by uuid NOT NULL REFERENCES yimen.account (id),
  proposed_post_id uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  approved_at timestamptz,
  refused_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT relief_grant_fully_approved CHECK (state NOT IN ('approved', 'paid') OR approvals_given = approvals_needed),
  CONSTRAINT relief_grant_paid_whole CHECK ((state = 'paid') = (paid_fen = amount_fen))
);
CREATE INDEX relief_grant_by_case ON yimen.relief_grant (case_id);
CREATE INDEX relief_grant_by_episode ON yimen.relief_grant (episode_id);
COMMENT ON COLUMN yimen.relief_grant.payee_snapshot_encrypted IS 'Who is paid into which account, frozen at approval.';

CREATE TABLE yimen.grant_approval (
  grant_id uuid NOT NULL REFERENCES yimen.relief_grant (id),
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  region_code text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  post_id uuid NOT NULL,
  behalf_account_id uuid,
  at timestamptz NOT NULL,
  comment text,
  CONSTRAINT grant_approval_key PRIMARY KEY (grant_id, account_id)
);

-- Who proposed or surveyed never approves (invariant 5), whatever the application believes.
CREATE FUNCTION yimen.refuse_own_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM yimen.relief_grant g WHERE g.id = NEW.grant_id AND g.proposed_by = NEW.account_id)
     OR EXISTS (SELECT 1 FROM yimen.survey s WHERE s.case_id = NEW.case_id AND s.account_id = NEW.account_id) THEN
    RAISE EXCEPTION 'who proposed or surveyed cannot approve' USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_approval_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_approval_not_own BEFORE INSERT ON yimen.grant_approval FOR EACH ROW EXECUTE FUNCTION yimen.refuse_own_approval();
CREATE TRIGGER grant_approval_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.grant_approval FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

CREATE TABLE yimen.relief_evidence (
  id uuid PRIMARY KEY,
  number_index bytea NOT NULL CONSTRAINT relief_evidence_once UNIQUE,
  grant_id uuid NOT NULL REFERENCES yimen.relief_grant (id),
  case_id uuid NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  number_masked text NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE yimen.relief_evidence IS 'Numbers of invoices already used for aid: one invoice, one aid.';

CREATE TABLE yimen.payment_batch (
  id uuid PRIMARY KEY,
  batch_no text NOT NULL CONSTRAINT payment_batch_no_once UNIQUE,
  fund_id uuid NOT NULL REFERENCES yimen.fund (id),
  region_code text COLLATE "C" NOT NULL,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  state text NOT NULL DEFAULT 'drafted' CONSTRAINT payment_batch_state CHECK (state IN ('drafted', 'checked', 'exported', 'returned', 'reconciled', 'cancelled')),
  count integer NOT NULL CONSTRAINT payment_batch_count CHECK (count > 0),
  total_fen bigint NOT NULL CONSTRAINT payment_batch_total CHECK (total_fen > 0),
  made_by uuid NOT NULL REFERENCES yimen.account (id),
  made_at timestamptz NOT NULL,
  checked_by uuid REFERENCES yimen.account (id),
  checked_at timestamptz,
  exported_at timestamptz,
  file_sha256 bytea,
  reconciled_by uuid REFERENCES yimen.account (id),
  reconciled_at timestamptz,
  note text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT payment_batch_two_people CHECK (checked_by <> made_by),
  CONSTRAINT payment_batch_checked_before_export CHECK (state IN ('drafted', 'cancelled') OR checked_by IS NOT NULL)
);
CREATE SEQUENCE yimen.payment_batch_number;
CREATE INDEX payment_batch_by_made ON yimen.payment_batch (made_at DESC, id);

CREATE TABLE yimen.payment (
  id uuid PRIMARY KEY,
  grant_id uuid NOT NULL REFERENCES yimen.relief_grant (id),
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  seq smallint NOT NULL,
  amount_fen bigint NOT NULL CONSTRAINT payment_positive CHECK (amount_fen > 0),
  method text NOT NULL CONSTRAINT payment_method CHECK (method IN ('cash', 'bank', 'kind')),
  state text NOT NULL CONSTRAINT payment_state CHECK (state IN ('ordered', 'approved', 'batched', 'sent', 'paid', 'failed', 'cancelled', 'replaced')),
  planned_on date NOT NULL,
  fund_id uuid NOT NULL REFERENCES yimen.fund (id),
  reserved_account_id uuid NOT NULL REFERENCES yimen.fund_account (id),
  payee_name text NOT NULL,
  payee_snapshot_encrypted bytea,
  payee_masked text,
  bank_name text,
  ordered_by uuid NOT NULL REFERENCES yimen.account (id),
  ordered_at timestamptz NOT NULL,
  checks_needed smallint NOT NULL CONSTRAINT payment_checks CHECK (checks_needed >= 0),
  checks_given smallint NOT NULL DEFAULT 0 CONSTRAINT payment_checks_given CHECK (checks_given <= checks_needed),
  batch_id uuid REFERENCES yimen.payment_batch (id),
  failure_reason text,
  paid_at timestamptz,
  paid_by uuid REFERENCES yimen.account (id),
  signed_by text,
  receipt_photo_id uuid,
  replaces_id uuid CONSTRAINT payment_replaced_once UNIQUE REFERENCES yimen.payment (id),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT payment_checked CHECK (state IN ('ordered', 'cancelled') OR checks_given = checks_needed),
  CONSTRAINT payment_paid_whole CHECK ((state = 'paid') = (paid_at IS NOT NULL)),
  CONSTRAINT payment_hand_out_signed CHECK (state <> 'paid' OR method = 'bank' OR signed_by IS NOT NULL)
);
CREATE INDEX payment_by_grant ON yimen.payment (grant_id);
CREATE INDEX payment_by_state ON yimen.payment (state, planned_on, id);
CREATE INDEX payment_by_batch ON yimen.payment (batch_id);
CREATE UNIQUE INDEX payment_seq_once ON yimen.payment (grant_id, seq) WHERE state NOT IN ('replaced', 'cancelled', 'failed');

CREATE TABLE yimen.payment_check (
  payment_id uuid NOT NULL REFERENCES yimen.payment (id),
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  region_code text COLLATE "C" NOT NULL,
  post_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT payment_check_key PRIMARY KEY (payment_id, account_id)
);
CREATE TRIGGER payment_check_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.payment_check FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

CREATE TABLE yimen.bank_return (
  id uuid PRIMARY KEY,
  batch_id uuid NOT NULL REFERENCES yimen.payment_batch (id),
  region_code text COLLATE "C" NOT NULL,
  file_sha256 bytea NOT NULL CONSTRAINT bank_return_once UNIQUE,
  received_at timestamptz NOT NULL,
  received_by uuid NOT NULL REFERENCES yimen.account (id)
);
CREATE TABLE yimen.bank_return_line (
  return_id uuid NOT NULL REFERENCES yimen.bank_return (id),
  line_no integer NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  payment_id uuid,
  outcome text NOT NULL CONSTRAINT bank_return_outcome CHECK (outcome IN ('success', 'failure', 'duplicate', 'unknown', 'amount-mismatch', 'name-mismatch')),
  amount_fen bigint,
  reason text,
  CONSTRAINT bank_return_line_key PRIMARY KEY (return_id, line_no)
);
CREATE UNIQUE INDEX bank_return_settles_once ON yimen.bank_return_line (payment_id) WHERE outcome IN ('success', 'failure');

CREATE TABLE yimen.relief_paper (
  id uuid PRIMARY KEY,
  grant_id uuid NOT NULL REFERENCES yimen.relief_grant (id),
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  paper_id text NOT NULL,
  label_zh text NOT NULL,
  label_en text NOT NULL,
  provider text NOT NULL,
  task_id uuid NOT NULL REFERENCES yimen.task (id),
  state text NOT NULL DEFAULT 'due' CONSTRAINT relief_paper_state CHECK (state IN ('due', 'fulfilled', 'waived', 'in-recovery', 'recovered')),
  note text,
  ended_at timestamptz,
  ended_by uuid REFERENCES yimen.account (id),
  recovery_fen bigint,
  recovered_fen bigint NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT relief_paper_once UNIQUE (grant_id, paper_id),
  CONSTRAINT relief_paper_recovery CHECK ((state IN ('in-recovery', 'recovered')) = (recovery_fen IS NOT NULL)),
  CONSTRAINT relief_paper_not_over_recovered CHECK (recovered_fen <= coalesce(recovery_fen, 0)),
  CONSTRAINT relief_paper_reasoned CHECK (state <> 'waived' OR note IS NOT NULL)
);
CREATE INDEX relief_paper_by_case ON yimen.relief_paper (case_id);
COMMENT ON TABLE yimen.relief_paper IS 'Aid first, papers after: what is owed, by whom, until when (its task carries the clock).';

ALTER TABLE yimen.transfer ADD CONSTRAINT transfer_grant_fkey FOREIGN KEY (grant_id) REFERENCES yimen.relief_grant (id);
ALTER TABLE yimen.transfer ADD CONSTRAINT transfer_payment_fkey FOREIGN KEY (payment_id) REFERENCES yimen.payment (id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['episode', 'relief_grant', 'grant_approval', 'relief_evidence', 'payment', 'relief_paper', 'episode_level', 'payment_batch', 'payment_check', 'bank_return', 'bank_return_line'] LOOP
    EXECUTE format('ALTER TABLE yimen.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE yimen.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON yimen.%I TO yimen_migrator USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['episode', 'relief_grant', 'grant_approval', 'relief_evidence', 'payment', 'relief_paper'] LOOP
    EXECUTE format('CREATE POLICY remit ON yimen.%I TO yimen_app USING (yimen.in_scope(region_code) OR yimen.takes_part(case_id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.takes_part(case_id))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['payment_batch', 'payment_check', 'bank_return', 'bank_return_line'] LOOP
    EXECUTE format('CREATE POLICY remit ON yimen.%I TO yimen_app USING (yimen.in_scope(region_code)) WITH CHECK (yimen.in_scope(region_code))', t);
  END LOOP;
END $$;
CREATE POLICY remit ON yimen.episode_level TO yimen_app
  USING (yimen.in_scope(region_code) OR EXISTS (SELECT 1 FROM yimen.episode e WHERE e.id = episode_id))
  WITH CHECK (yimen.in_scope(region_code) OR EXISTS (SELECT 1 FROM yimen.episode e WHERE e.id = episode_id));

-- The earlier payment behind a used invoice, wherever it was paid: amount, level, office, date (PR12: no names).
CREATE FUNCTION yimen.find_evidence_use(number bytea)
RETURNS TABLE (grant_id uuid, amount_fen bigint, level text, office_name text, approved_at timestamptz, state text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT g.id, g.amount_fen, g.level, o.name, g.approved_at, g.state
  FROM yimen.relief_evidence e JOIN yimen.relief_grant g ON g.id = e.grant_id JOIN yimen.office o ON o.id = g.office_id
  WHERE e.number_index = number
$$;
-- Earlier aid of the same household for the same kind of event, wherever it was paid.
CREATE FUNCTION yimen.find_earlier_aid(of_household uuid, of_event_kind text, since date)
RETURNS TABLE (grant_id uuid, episode_id uuid, case_id uuid, case_no text, occurred_on date, amount_fen bigint, level text, office_name text, state text, approved_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT g.id, e.id, g.case_id, c.case_no, e.occurred_on, g.amount_fen, g.level, o.name, g.state, g.approved_at
  FROM yimen.episode e JOIN yimen.relief_grant g ON g.episode_id = e.id JOIN yimen."case" c ON c.id = g.case_id JOIN yimen.office o ON o.id = g.office_id
  WHERE e.household_id = of_household AND e.event_kind = of_event_kind AND e.occurred_on >= since AND g.state IN ('approved', 'paid')
  ORDER BY g.proposed_at
$$;
REVOKE ALL ON FUNCTION yimen.find_evidence_use(bytea), yimen.find_earlier_aid(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.find_evidence_use(bytea), yimen.find_earlier_aid(uuid, text, date) TO yimen_app;

GRANT USAGE ON SEQUENCE yimen.payment_batch_number TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen.episode, yimen.episode_level, yimen.relief_grant, yimen.payment, yimen.payment_batch, yimen.relief_paper TO yimen_app;
GRANT SELECT, INSERT ON yimen.grant_approval, yimen.relief_evidence, yimen.payment_check, yimen.bank_return, yimen.bank_return_line TO yimen_app;
GRANT DELETE ON yimen.relief_evidence TO yimen_app;
