-- Money, second part: order of transfers, ceilings that count what is set aside, accounts found across remits,
-- stock-takes one at a time, and two more rules that hold whatever the application believes.

-- A single order of all transfers: books are read by it and pages continue from it.
ALTER TABLE yimen.transfer ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
DROP INDEX yimen.transfer_by_fund;
DROP INDEX yimen.transfer_by_from;
DROP INDEX yimen.transfer_by_to;
CREATE UNIQUE INDEX transfer_by_fund ON yimen.transfer (fund_id, seq DESC);
CREATE INDEX transfer_by_from ON yimen.transfer (from_account_id, seq DESC);
CREATE INDEX transfer_by_to ON yimen.transfer (to_account_id, seq DESC);
CREATE INDEX transfer_by_grant ON yimen.transfer (grant_id) WHERE grant_id IS NOT NULL;

-- Once per statement and account: a bank file of 5,000 lines moves the same two balances once, not 10,000 times.
-- Accounts are locked in the order of their ids, so that opposite transfers do not deadlock.
DROP TRIGGER transfer_moves_money ON yimen.transfer;
CREATE OR REPLACE FUNCTION yimen.apply_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE moved record;
BEGIN
  FOR moved IN
    SELECT m.account_id, sum(m.amount_fen)::bigint AS amount_fen
    FROM (SELECT from_account_id AS account_id, -amount_fen AS amount_fen FROM added
          UNION ALL SELECT to_account_id, amount_fen FROM added) m
    GROUP BY m.account_id ORDER BY m.account_id
  LOOP
    UPDATE fund_account SET balance_fen = balance_fen + moved.amount_fen WHERE id = moved.account_id;
  END LOOP;
  -- What is set aside still lies in the box: an issue may fill up to the ceiling only what both leave free.
  -- Otherwise the release of a cancelled grant would find the box full.
  IF EXISTS (
    SELECT 1 FROM added n
    JOIN fund_account p ON p.id = n.to_account_id AND p.role = 'petty-cash'
    JOIN fund_account r ON r.fund_id = p.fund_id AND r.office_id = p.office_id AND r.role = 'reserved'
    WHERE n.kind = 'issue' AND p.balance_fen + r.balance_fen > p.ceiling_fen) THEN
    RAISE EXCEPTION 'petty cash would exceed its ceiling' USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_account_below_ceiling';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_moves_money AFTER INSERT ON yimen.transfer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION yimen.apply_transfer();

-- Funds do not mix, also not by way of a grant, a payment or a batch.
ALTER TABLE yimen.relief_grant ADD CONSTRAINT relief_grant_from_same_fund FOREIGN KEY (from_account_id, fund_id) REFERENCES yimen.fund_account (id, fund_id);
ALTER TABLE yimen.payment ADD CONSTRAINT payment_reserved_same_fund FOREIGN KEY (reserved_account_id, fund_id) REFERENCES yimen.fund_account (id, fund_id);
ALTER TABLE yimen.payment_batch ADD CONSTRAINT payment_batch_of_fund UNIQUE (id, fund_id);
ALTER TABLE yimen.payment ADD CONSTRAINT payment_batch_same_fund FOREIGN KEY (batch_id, fund_id) REFERENCES yimen.payment_batch (id, fund_id);

-- Who proposed, approved or ordered does not check the payment (invariant 5).
CREATE FUNCTION yimen.refuse_own_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM payment p JOIN relief_grant g ON g.id = p.grant_id
    WHERE p.id = NEW.payment_id AND (NEW.account_id IN (p.ordered_by, g.proposed_by)
      OR EXISTS (SELECT 1 FROM grant_approval a WHERE a.grant_id = g.id AND a.account_id = NEW.account_id))) THEN
    RAISE EXCEPTION 'who proposed, approved or ordered cannot check' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_check_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_check_not_own BEFORE INSERT ON yimen.payment_check FOR EACH ROW EXECUTE FUNCTION yimen.refuse_own_check();

-- One stock-take is open at a time: two with the same difference would book it twice. Counting again withdraws it.
ALTER TABLE yimen.petty_cash_count ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE yimen.petty_cash_count ADD CONSTRAINT petty_cash_count_confirmed_whole CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL));
ALTER TABLE yimen.petty_cash_count ADD CONSTRAINT petty_cash_count_one_end CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL);
CREATE UNIQUE INDEX petty_cash_count_one_open ON yimen.petty_cash_count (account_id) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- The money that pays in a place, whoever asks: the village society's, the township's petty cash, the county's budget.
-- A functional zone is a region of its own and pays from its own budget. Nothing above the county is taken.
CREATE FUNCTION yimen.find_paying_account(money text, place text)
RETURNS TABLE (fund_id uuid, fund_name text, office_id uuid, from_account_id uuid, reserved_account_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  WITH RECURSIVE above AS (
    SELECT r.code, r.parent_code, r.level, 0 AS steps FROM region r WHERE r.code = place
    UNION ALL
    SELECT p.code, p.parent_code, p.level, a.steps + 1 FROM above a JOIN region p ON p.code = a.parent_code
    WHERE a.level NOT IN ('county', 'city', 'province', 'nation'))
  SELECT f.id, f.name, pay.office_id, pay.id, held.id
  FROM above a
  JOIN fund_account pay ON pay.region_code = a.code
  JOIN fund f ON f.id = pay.fund_id
  JOIN office o ON o.id = pay.office_id
  JOIN fund_account held ON held.fund_id = pay.fund_id AND held.office_id = pay.office_id AND held.role = 'reserved'
  WHERE (money = 'society' AND f.kind = 'society' AND pay.role = 'available')
     OR (money = 'pettyCash' AND f.kind = 'fiscal' AND pay.role = 'petty-cash')
     OR (money = 'fiscal' AND f.kind = 'fiscal' AND pay.role = 'available')
  ORDER BY a.steps, (o.department IS NOT DISTINCT FROM 'civil-affairs') DESC, f.created_at, f.id LIMIT 1
$$;

-- The account of another role that the same office keeps in the same fund (reserved, spent …).
CREATE FUNCTION yimen.sibling_account(account uuid, wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT s.id FROM fund_account a JOIN fund_account s ON s.fund_id = a.fund_id AND s.office_id = a.office_id
  WHERE a.id = account AND s.role = wanted AND s.source IS NULL
$$;

-- A township reads the name of the fund that pays its people, though the fund is the county's.
CREATE FUNCTION yimen.fund_name(fund uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT f.name FROM fund f WHERE f.id = fund
$$;

-- The ceiling follows the policy of the day; the application may change nothing else of an account.
CREATE FUNCTION yimen.set_petty_cash_ceiling(account uuid, ceiling bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = yimen AS $$
  UPDATE fund_account SET ceiling_fen = ceiling
  WHERE id = account AND role = 'petty-cash' AND in_scope(region_code) AND ceiling_fen IS DISTINCT FROM ceiling
$$;

REVOKE ALL ON FUNCTION yimen.find_paying_account(text, text), yimen.sibling_account(uuid, text), yimen.fund_name(uuid), yimen.set_petty_cash_ceiling(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.find_paying_account(text, text), yimen.sibling_account(uuid, text), yimen.fund_name(uuid), yimen.set_petty_cash_ceiling(uuid, bigint) TO yimen_app;

-- A township sees the county's fund in which it holds its petty cash, with the accounts of its own remit only.
CREATE POLICY holds_account ON yimen.fund FOR SELECT TO yimen_app
  USING (EXISTS (SELECT 1 FROM yimen.fund_account a WHERE a.fund_id = fund.id));
