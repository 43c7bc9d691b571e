-- State of the recurring jobs: one row each, taken by a conditional update, so that several workers never double a run.

CREATE TABLE yimen.job_run (
  name text PRIMARY KEY,
  lease uuid,
  leased_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  last_error text,
  runs bigint NOT NULL DEFAULT 0,
  failures bigint NOT NULL DEFAULT 0,
  CONSTRAINT job_run_lease_whole CHECK ((lease IS NULL) = (leased_until IS NULL))
);
COMMENT ON TABLE yimen.job_run IS 'Recurring jobs: who runs them now and how the last run ended. Deadlines themselves live in the tables of the businesses.';
COMMENT ON COLUMN yimen.job_run.leased_until IS 'A worker that died loses its lease at this moment.';
GRANT SELECT, INSERT, UPDATE ON yimen.job_run TO yimen_app;
