-- Whoever filed a near relative stands aside from that family's money too (R-171), also when the family is registered
-- in another remit and its members are hidden from the officer: only the ids of the payments come back.
CREATE FUNCTION yimen.payments_of_relatives(payments uuid[], accounts uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT DISTINCT p.id FROM payment p
  JOIN relief_grant g ON g.id = p.grant_id
  JOIN "case" c ON c.id = p.case_id
  JOIN person n ON n.id = g.payee_person_id
    OR n.id IN (SELECT m.person_id FROM household_member m WHERE m.household_id = c.household_id AND m.to_date IS NULL)
  JOIN relative_filing r ON r.id_number_index = n.id_number_index AND r.withdrawn_at IS NULL AND r.account_id = ANY (accounts)
  WHERE p.id = ANY (payments)
$$;
REVOKE ALL ON FUNCTION yimen.payments_of_relatives(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.payments_of_relatives(uuid[], uuid[]) TO yimen_app;
