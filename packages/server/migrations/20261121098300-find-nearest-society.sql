-- A mutual-aid society may serve a village or a whole township (凤台县): the nearest one at or above the place pays.
CREATE OR REPLACE FUNCTION yimen.find_paying_account(money text, place text)
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
  ORDER BY a.steps, (o.department IS NOT DISTINCT FROM 'civil-affairs') DESC, f.created_at, f.id, pay.id LIMIT 1
$$;
