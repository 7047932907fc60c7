-- body
CREATE TABLE "notes" (
  "text" character varying(255)
);
COMMENT ON COLUMN "notes"."text" IS 'what it''s about';
