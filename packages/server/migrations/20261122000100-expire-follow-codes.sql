-- How long a follow code opens its progress page is the policy of the place: what is asked for is told with the page.

DROP FUNCTION yimen.follow_report(text, bytea);

CREATE FUNCTION yimen.follow_report(receipt text, code_hash bytea)
RETURNS TABLE (receipt_no text, received_at timestamptz, state text, outcome text, office_name text, office_phone text, ended_at timestamptz, steps jsonb, region_code text, settled_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  WITH RECURSIVE followed AS (
    SELECT r.* FROM yimen.report r WHERE r.receipt_no = receipt AND r.follow_code_hash = code_hash
  ), trail AS (
    SELECT f.id, f.merged_into_id, f.ended_at FROM followed f
    UNION
    SELECT r.id, r.merged_into_id, r.ended_at FROM trail t JOIN yimen.report r ON r.id = t.merged_into_id
  )
  SELECT f.receipt_no, f.received_at, f.state, f.outcome, o.name, o.phone, f.ended_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'zh', e.words_zh, 'en', e.words_en) ORDER BY e.id)
              FROM yimen.report_event e WHERE e.report_id = f.id AND e.is_public), '[]'),
    -- A merged report goes on until the one it joined ends.
    f.region_code, (SELECT t.ended_at FROM trail t WHERE t.merged_into_id IS NULL)
  FROM followed f JOIN yimen.office o ON o.id = f.office_id
$$;
REVOKE ALL ON FUNCTION yimen.follow_report(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.follow_report(text, bytea) TO yimen_app;
