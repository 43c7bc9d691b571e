-- What is held of a million households is written in seconds: who asks is looked at once for a statement of a job, not
-- for each row, and an item is found through its run.
DROP POLICY remit ON yimen.redetermination_difference;
DROP POLICY remit ON yimen.redetermination_item;
CREATE POLICY remit ON yimen.redetermination_difference TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system' OR yimen.in_scope(region_code))
  WITH CHECK ((SELECT yimen.context_scope()) = 'system' OR yimen.in_scope(region_code));
CREATE POLICY remit ON yimen.redetermination_item TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system' OR yimen.in_scope(region_code))
  WITH CHECK ((SELECT yimen.context_scope()) = 'system' OR yimen.in_scope(region_code));
DROP INDEX yimen.redetermination_item_open;
