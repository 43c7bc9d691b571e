-- The lists of cases are read from the newest on, with or without a state, of a township or of the whole county; the
-- order of the index is that of the page.
DROP INDEX yimen.case_by_opening;
DROP INDEX yimen.case_by_township;
CREATE INDEX case_by_opening ON yimen."case" (state, opened_at DESC, id DESC);
CREATE INDEX case_by_township ON yimen."case" (township_code, state, opened_at DESC, id DESC);
CREATE INDEX case_by_time ON yimen."case" (opened_at DESC, id DESC);
CREATE INDEX case_by_township_time ON yimen."case" (township_code, opened_at DESC, id DESC);
