-- setup
CREATE TABLE "sizes" (
  "size" character varying(5),
  CONSTRAINT "sizes_size_check" CHECK ("size" IN ('s', 'm'))
);

-- body
ALTER TABLE "sizes" ALTER COLUMN "size" TYPE character varying(40);
