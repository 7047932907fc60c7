-- setup
CREATE TABLE "plain" (
  "code" character(4) NOT NULL
);

-- body
ALTER TABLE "plain" ADD CONSTRAINT "plain_pkey" PRIMARY KEY ("code");
