-- setup
CREATE TABLE "tickets" (
  "state" text DEFAULT 'open' NOT NULL,
  CONSTRAINT "tickets_state_check" CHECK ("state" IN ('open', 'closed'))
);

-- body
ALTER TABLE "tickets"
  DROP CONSTRAINT "tickets_state_check",
  ADD CONSTRAINT "tickets_state_check" CHECK ("state" IN ('open', 'closed', 'late'));
