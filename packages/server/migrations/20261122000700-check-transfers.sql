-- Money is moved by whoever may write the grant or the payment it is about: in the own remit, or as an office that
-- takes part in the case. The second question is asked only where the first says no.
ALTER POLICY remit ON yimen.transfer WITH CHECK (yimen.in_scope(region_code) OR yimen.takes_part(case_id));
