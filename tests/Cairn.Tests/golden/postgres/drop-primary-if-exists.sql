-- setup
CREATE TABLE "plain" (
  "a" integer
);

-- body
ALTER TABLE "plain" DROP CONSTRAINT IF EXISTS "plain_pkey";
