-- body
CREATE TABLE "countries" (
  "code" character(2),
  CONSTRAINT "countries_key" PRIMARY KEY ("code")
);
