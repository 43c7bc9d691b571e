-- What mass determination reads and writes. The facts of a household stand packed in one row: what is not known takes
-- no room, and a million rows are read in seconds however many facts the packs ask for.

CREATE TABLE yimen.fact_layout (
  id integer CONSTRAINT fact_layout_key PRIMARY KEY,
  layout jsonb NOT NULL
);
COMMENT ON TABLE yimen.fact_layout IS 'How the facts of a household are packed: the place of each fact and option. Insert-only: old rows stay readable.';

CREATE TABLE yimen.outcome_layout (
  id integer CONSTRAINT outcome_layout_key PRIMARY KEY,
  programmes jsonb NOT NULL
);
COMMENT ON TABLE yimen.outcome_layout IS 'In which order the outcomes of a household are packed. Insert-only.';

CREATE TABLE yimen.fact_place (
  place_no smallint CONSTRAINT fact_place_key PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL,
  area text CONSTRAINT fact_place_area CHECK (area IN ('urban', 'rural')),
  CONSTRAINT fact_place_once UNIQUE NULLS NOT DISTINCT (region_code, area)
);
COMMENT ON TABLE yimen.fact_place IS 'Places whose figures decide: county or zone, and area where the figures differ by it.';

CREATE TABLE yimen.household_facts (
  household_no bigint CONSTRAINT household_facts_key PRIMARY KEY,
  household_id uuid NOT NULL CONSTRAINT household_facts_once UNIQUE,
  place_no smallint NOT NULL REFERENCES yimen.fact_place (place_no),
  members smallint NOT NULL CONSTRAINT household_facts_members CHECK (members BETWEEN 1 AND 100),
  events smallint NOT NULL CONSTRAINT household_facts_events CHECK (events BETWEEN 0 AND 100),
  layout_id integer NOT NULL REFERENCES yimen.fact_layout (id),
  facts bytea NOT NULL
);
COMMENT ON TABLE yimen.household_facts IS 'The known facts of each household as numbers, made from its snapshot; can be made again at any time.';
COMMENT ON COLUMN yimen.household_facts.household_no IS 'Dense number in the order of places: ranges of it are computed and stored together.';

CREATE TABLE yimen.current_outcome (
  household_no bigint CONSTRAINT current_outcome_key PRIMARY KEY REFERENCES yimen.household_facts (household_no),
  layout_id integer NOT NULL REFERENCES yimen.outcome_layout (id),
  outcomes bytea NOT NULL
);
COMMENT ON TABLE yimen.current_outcome IS 'What is decided for each household now, all programmes; changed by decisions of people only.';

CREATE TABLE yimen.redetermination (
  id uuid CONSTRAINT redetermination_key PRIMARY KEY,
  on_date date NOT NULL,
  policy_version text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
COMMENT ON TABLE yimen.redetermination IS 'One determination of the whole register by one policy on one day.';

CREATE TABLE yimen.redetermination_range (
  redetermination_id uuid NOT NULL REFERENCES yimen.redetermination (id),
  first_no bigint NOT NULL,
  last_no bigint NOT NULL,
  done_at timestamptz,
  households integer NOT NULL DEFAULT 0,
  differences integer NOT NULL DEFAULT 0,
  CONSTRAINT redetermination_range_key PRIMARY KEY (redetermination_id, first_no),
  CONSTRAINT redetermination_range_order CHECK (first_no <= last_no)
);
CREATE INDEX redetermination_range_open ON yimen.redetermination_range (redetermination_id, first_no) WHERE done_at IS NULL;
COMMENT ON TABLE yimen.redetermination_range IS 'A range is computed and stored in one transaction, so what is interrupted goes on with the next open one.';

CREATE TABLE yimen.redetermination_difference (
  redetermination_id uuid NOT NULL,
  household_no bigint NOT NULL,
  programme text NOT NULL,
  element smallint NOT NULL,
  outcome_before text NOT NULL,
  outcome_after text NOT NULL,
  amount_before_fen bigint,
  amount_after_fen bigint,
  CONSTRAINT redetermination_difference_key PRIMARY KEY (redetermination_id, household_no, programme, element)
);
-- No references here: the range that is locked while they are written has one, and a check for each of a million rows
-- takes longer than the rows.
COMMENT ON COLUMN yimen.redetermination_difference.element IS 'Which member or event, from 0; 0 for the household.';

CREATE TABLE yimen.redetermination_item (
  redetermination_id uuid NOT NULL,
  household_no bigint NOT NULL,
  reason text NOT NULL CONSTRAINT redetermination_item_reason CHECK (reason IN ('differs', 'unreadable')),
  state text NOT NULL DEFAULT 'open' CONSTRAINT redetermination_item_state CHECK (state IN ('open', 'confirmed', 'dismissed')),
  opened_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT redetermination_item_key PRIMARY KEY (redetermination_id, household_no)
);
COMMENT ON TABLE yimen.redetermination_item IS 'Households somebody must look at: nothing changes for them before that.';

GRANT SELECT, INSERT ON yimen.fact_layout, yimen.outcome_layout, yimen.fact_place, yimen.redetermination_difference TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen.household_facts, yimen.current_outcome, yimen.redetermination, yimen.redetermination_range, yimen.redetermination_item TO yimen_app;
