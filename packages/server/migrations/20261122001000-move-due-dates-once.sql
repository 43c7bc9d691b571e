-- One act often ends a task and opens the next: the matter's due moment is settled once, when the act is whole.

DROP TRIGGER task_keeps_matter_due ON yimen.task;
CREATE CONSTRAINT TRIGGER task_keeps_matter_due AFTER INSERT OR UPDATE OF state, due_at ON yimen.task
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION yimen.keep_matter_due();
