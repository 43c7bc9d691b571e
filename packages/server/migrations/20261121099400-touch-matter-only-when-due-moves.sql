-- Most tasks that open or end do not move the due moment of their matter: then the row and its indexes stay as they are.
CREATE OR REPLACE FUNCTION yimen.keep_matter_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.matter_id IS NOT NULL THEN
    UPDATE yimen.matter m SET due_at = d.due_at
    FROM (SELECT min(t.due_at) AS due_at FROM yimen.task t WHERE t.matter_id = NEW.matter_id AND t.state = 'open') d
    WHERE m.id = NEW.matter_id AND m.due_at IS DISTINCT FROM d.due_at;
  END IF;
  RETURN NULL;
END $$;
