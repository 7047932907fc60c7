-- body
CREATE TABLE "others" (
  "id" uuid,
  "settings" json,
  "facts" jsonb,
  "picture" bytea,
  "hash" bytea,
  "status" text DEFAULT 'new' NOT NULL,
  CONSTRAINT "others_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "others_status_check" CHECK ("status" IN ('new', 'it''s paid', 'sent'))
);
