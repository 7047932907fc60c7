-- setup
CREATE TABLE "visits" (
  "at" timestamp with time zone NOT NULL
);

-- body
ALTER TABLE "visits" ALTER COLUMN "at" SET DEFAULT CURRENT_TIMESTAMP;
