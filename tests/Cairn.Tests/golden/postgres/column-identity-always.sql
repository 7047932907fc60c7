-- body
CREATE TABLE "counted" (
  "number" integer GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT "counted_pkey" PRIMARY KEY ("number")
);
