-- setup
CREATE TABLE "tickets" (
  "state" text DEFAULT 'open' NOT NULL,
  CONSTRAINT "tickets_state_check" CHECK ("state" IN ('open', 'closed'))
);

-- body
ALTER TABLE "tickets"
  ALTER COLUMN "state" TYPE character varying(40),
  DROP CONSTRAINT "tickets_state_check";
