-- setup
CREATE TABLE "facts" (
  "data" jsonb
);

-- body
CREATE INDEX "facts_data_index" ON "facts" USING gin ("data");
