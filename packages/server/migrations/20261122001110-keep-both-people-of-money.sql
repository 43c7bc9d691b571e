-- The same for money: who ordered, checked, batched, asked or counted for an absent person did so as both.
ALTER TABLE yimen.payment ADD COLUMN ordered_behalf_account_id uuid REFERENCES yimen.account (id);
ALTER TABLE yimen.payment_check ADD COLUMN behalf_account_id uuid REFERENCES yimen.account (id);
ALTER TABLE yimen.payment_batch
  ADD COLUMN made_behalf_account_id uuid REFERENCES yimen.account (id),
  ADD COLUMN checked_behalf_account_id uuid REFERENCES yimen.account (id),
  DROP CONSTRAINT payment_batch_two_people,
  ADD CONSTRAINT payment_batch_two_people
    CHECK (NOT ARRAY[checked_by, checked_behalf_account_id] && ARRAY[made_by, made_behalf_account_id]);
ALTER TABLE yimen.petty_cash_request ADD COLUMN requested_behalf_account_id uuid REFERENCES yimen.account (id);
ALTER TABLE yimen.petty_cash_count
  ADD COLUMN counted_behalf_account_id uuid REFERENCES yimen.account (id),
  ADD COLUMN confirmed_behalf_account_id uuid REFERENCES yimen.account (id),
  DROP CONSTRAINT petty_cash_count_two_people,
  ADD CONSTRAINT petty_cash_count_two_people
    CHECK (NOT ARRAY[confirmed_by, confirmed_behalf_account_id] && ARRAY[counted_by, counted_behalf_account_id]);
COMMENT ON COLUMN yimen.payment.ordered_behalf_account_id IS 'The absent person for whom it was ordered.';
COMMENT ON COLUMN yimen.payment_check.behalf_account_id IS 'The absent person for whom was checked.';
COMMENT ON COLUMN yimen.payment_batch.made_behalf_account_id IS 'The absent person for whom it was made.';
COMMENT ON COLUMN yimen.payment_batch.checked_behalf_account_id IS 'The absent person for whom it was checked.';
COMMENT ON COLUMN yimen.petty_cash_request.requested_behalf_account_id IS 'The absent person for whom was asked.';
COMMENT ON COLUMN yimen.petty_cash_count.counted_behalf_account_id IS 'The absent person for whom was counted.';
COMMENT ON COLUMN yimen.petty_cash_count.confirmed_behalf_account_id IS 'The absent person for whom was confirmed.';

-- Everybody who proposed, approved or ordered a payment: none of them checks it.
CREATE FUNCTION yimen.payment_orderers(of_payment uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = yimen AS $$
  SELECT array_remove(ARRAY[p.ordered_by, p.ordered_behalf_account_id, g.proposed_by, g.proposed_behalf_account_id]
    || ARRAY(SELECT a.account_id FROM grant_approval a WHERE a.grant_id = g.id)
    || ARRAY(SELECT a.behalf_account_id FROM grant_approval a WHERE a.grant_id = g.id), NULL)
  FROM payment p JOIN relief_grant g ON g.id = p.grant_id WHERE p.id = of_payment
$$;
REVOKE ALL ON FUNCTION yimen.payment_orderers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.payment_orderers(uuid) TO yimen_app;

DROP TRIGGER payment_check_not_own ON yimen.payment_check;
CREATE OR REPLACE FUNCTION yimen.refuse_own_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE checkers uuid[] := ARRAY[NEW.account_id, NEW.behalf_account_id];
BEGIN
  IF checkers && payment_orderers(NEW.payment_id) THEN
    RAISE EXCEPTION 'who proposed, approved or ordered cannot check' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_check_not_own';
  END IF;
  IF EXISTS (SELECT 1 FROM payment_check k WHERE k.payment_id = NEW.payment_id AND k.account_id <> NEW.account_id AND checkers && ARRAY[k.account_id, k.behalf_account_id]) THEN
    RAISE EXCEPTION 'one person checks once' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_check_two_people';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_check_not_own AFTER INSERT ON yimen.payment_check FOR EACH ROW EXECUTE FUNCTION yimen.refuse_own_check();
