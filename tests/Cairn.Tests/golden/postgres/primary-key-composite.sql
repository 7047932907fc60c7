-- body
CREATE TABLE "memberships" (
  "user_id" integer,
  "group_id" integer,
  CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id", "group_id")
);
