-- A database that was filled with the demonstration says so for ever: its logins have a published password and its people do not exist.

CREATE TABLE yimen.demonstration (
  only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT demonstration_once CHECK (only_one),
  filled_at timestamptz NOT NULL
);
COMMENT ON TABLE yimen.demonstration IS 'One row when this installation was filled with the demonstration county; production profiles do not start on it.';
GRANT SELECT, INSERT ON yimen.demonstration TO yimen_app;

-- Demonstrations filled before this table was there.
INSERT INTO yimen.demonstration (filled_at)
SELECT min(created_at) FROM yimen.account WHERE login IN ('yunwei.system.a', '12349.seat1.a') HAVING count(*) = 2;
