-- Whoever sees a case sees its household, wherever that is registered: the place of the event serves (R-047).
-- Asked only where the region of the record is out of scope; the case itself stands under row-level security.
CREATE OR REPLACE FUNCTION yimen.may_see_household(household uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT 1 FROM yimen.record_access a WHERE a.office_id = yimen.context_office() AND a.household_id = household)
    OR EXISTS (SELECT 1 FROM yimen."case" c WHERE c.household_id = household);
CREATE OR REPLACE FUNCTION yimen.may_see_person(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT 1 FROM yimen.household_member m WHERE m.person_id = person AND yimen.may_see_household(m.household_id));
