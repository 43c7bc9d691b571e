-- Money: funds of different sources never mix, transfers are immutable, balances cannot go below zero.

CREATE TABLE yimen.fund (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT fund_kind CHECK (kind IN ('fiscal', 'society', 'donor')),
  name text NOT NULL,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX fund_one_per_office ON yimen.fund (office_id, kind);
CREATE INDEX fund_by_region ON yimen.fund (region_code, kind);
COMMENT ON TABLE yimen.fund IS 'Money of one source: the state, one village society, one donor. A transfer never leaves its fund.';

CREATE TABLE yimen.fund_account (
  id uuid PRIMARY KEY,
  fund_id uuid NOT NULL REFERENCES yimen.fund (id),
  region_code text COLLATE "C" NOT NULL,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  role text NOT NULL CONSTRAINT fund_account_role CHECK (role IN ('source', 'available', 'petty-cash', 'reserved', 'spent', 'shortage')),
  source text,
  name text NOT NULL,
  balance_fen bigint NOT NULL DEFAULT 0,
  ceiling_fen bigint,
  CONSTRAINT fund_account_of_fund UNIQUE (id, fund_id),
  CONSTRAINT fund_account_not_negative CHECK (role = 'source' OR balance_fen >= 0),
  CONSTRAINT fund_account_below_ceiling CHECK (ceiling_fen IS NULL OR balance_fen <= ceiling_fen)
);
CREATE UNIQUE INDEX fund_account_once ON yimen.fund_account (fund_id, office_id, role, coalesce(source, ''));
CREATE INDEX fund_account_by_office ON yimen.fund_account (office_id, role);
COMMENT ON TABLE yimen.fund_account IS 'Ledger account. source: where money came from (runs negative); petty-cash: held by a township; reserved: approved, not yet paid.';

CREATE TABLE yimen.transfer (
  id uuid PRIMARY KEY,
  fund_id uuid NOT NULL,
  from_account_id uuid NOT NULL,
  to_account_id uuid NOT NULL,
  amount_fen bigint NOT NULL CONSTRAINT transfer_positive CHECK (amount_fen > 0),
  kind text NOT NULL CONSTRAINT transfer_kind CHECK (kind IN ('receipt', 'issue', 'return-issue', 'reserve', 'release', 'spend', 'refund', 'recovery', 'shortage', 'surplus')),
  region_code text COLLATE "C" NOT NULL,
  case_id uuid REFERENCES yimen."case" (id),
  grant_id uuid,
  payment_id uuid,
  memo text NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  CONSTRAINT transfer_between_two CHECK (from_account_id <> to_account_id),
  CONSTRAINT transfer_from_same_fund FOREIGN KEY (from_account_id, fund_id) REFERENCES yimen.fund_account (id, fund_id),
  CONSTRAINT transfer_to_same_fund FOREIGN KEY (to_account_id, fund_id) REFERENCES yimen.fund_account (id, fund_id)
);
CREATE INDEX transfer_by_fund ON yimen.transfer (fund_id, at DESC, id);
CREATE INDEX transfer_by_from ON yimen.transfer (from_account_id, at DESC, id);
CREATE INDEX transfer_by_to ON yimen.transfer (to_account_id, at DESC, id);
CREATE INDEX transfer_by_case ON yimen.transfer (case_id);
CREATE UNIQUE INDEX transfer_spend_once ON yimen.transfer (payment_id) WHERE kind = 'spend';
COMMENT ON TABLE yimen.transfer IS 'Double entry: amount leaves one account and enters another of the same fund. Insert-only; mistakes are corrected by further transfers.';

-- Balances follow transfers and nothing else; the CHECKs above refuse what the money does not allow.
-- Rows are locked in one order, so that opposite transfers do not deadlock.
CREATE FUNCTION yimen.apply_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  IF NEW.from_account_id < NEW.to_account_id THEN
    UPDATE yimen.fund_account SET balance_fen = balance_fen - NEW.amount_fen WHERE id = NEW.from_account_id;
    UPDATE yimen.fund_account SET balance_fen = balance_fen + NEW.amount_fen WHERE id = NEW.to_account_id;
  ELSE
    UPDATE yimen.fund_account SET balance_fen = balance_fen + NEW.amount_fen WHERE id = NEW.to_account_id;
    UPDATE yimen.fund_account SET balance_fen = balance_fen - NEW.amount_fen WHERE id = NEW.from_account_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_moves_money AFTER INSERT ON yimen.transfer FOR EACH ROW EXECUTE FUNCTION yimen.apply_transfer();
CREATE TRIGGER transfer_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.transfer FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

CREATE TABLE yimen.petty_cash_request (
  id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  region_code text COLLATE "C" NOT NULL,
  amount_fen bigint NOT NULL CONSTRAINT petty_cash_request_positive CHECK (amount_fen > 0),
  reason text NOT NULL,
  requested_by uuid NOT NULL REFERENCES yimen.account (id),
  requested_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CONSTRAINT petty_cash_request_state CHECK (state IN ('open', 'issued', 'declined')),
  ended_at timestamptz
);
CREATE UNIQUE INDEX petty_cash_request_one_open ON yimen.petty_cash_request (office_id) WHERE state = 'open';

CREATE TABLE yimen.petty_cash_count (
  id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  account_id uuid NOT NULL REFERENCES yimen.fund_account (id),
  region_code text COLLATE "C" NOT NULL,
  counted_fen bigint NOT NULL CONSTRAINT petty_cash_counted CHECK (counted_fen >= 0),
  book_fen bigint NOT NULL,
  explanation text,
  counted_by uuid NOT NULL REFERENCES yimen.account (id),
  counted_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES yimen.account (id),
  confirmed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT petty_cash_count_two_people CHECK (confirmed_by <> counted_by)
);
CREATE INDEX petty_cash_count_by_office ON yimen.petty_cash_count (office_id, counted_at DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['transfer'] LOOP
    EXECUTE format('ALTER TABLE yimen.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE yimen.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON yimen.%I TO yimen_migrator USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fund', 'fund_account', 'petty_cash_request', 'petty_cash_count'] LOOP
    EXECUTE format('ALTER TABLE yimen.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE yimen.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON yimen.%I TO yimen_migrator USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY remit ON yimen.%I TO yimen_app USING (yimen.in_scope(region_code) OR office_id = yimen.context_office()) WITH CHECK (yimen.in_scope(region_code) OR office_id = yimen.context_office())', t);
  END LOOP;
END $$;
CREATE POLICY remit ON yimen.transfer TO yimen_app USING (yimen.in_scope(region_code)) WITH CHECK (true);

GRANT SELECT, INSERT ON yimen.fund, yimen.fund_account, yimen.transfer TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen.petty_cash_request, yimen.petty_cash_count TO yimen_app;
