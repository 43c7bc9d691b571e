-- Papers that stay away come to whoever decides as one task of the case, not one each.

WITH together AS (
  SELECT t.id, first_value(t.id) OVER (PARTITION BY t.case_id ORDER BY t.due_at, t.id) AS kept
  FROM yimen.task t WHERE t.kind = 'decide-overdue-paper' AND t.state = 'open'
), ended AS (
  UPDATE yimen.task t SET state = 'cancelled', ended_at = now(), result = 'joined', version = t.version + 1
  FROM together g WHERE t.id = g.id AND g.id <> g.kept
)
UPDATE yimen.task t SET subject_id = t.case_id, version = t.version + 1 FROM together g WHERE t.id = g.id AND g.id = g.kept;

CREATE UNIQUE INDEX task_one_for_late_papers ON yimen.task (case_id) WHERE kind = 'decide-overdue-paper' AND state = 'open';
