-- body
CREATE TABLE `ranges` (
  `id` integer NOT NULL CONSTRAINT `ranges_pkey` PRIMARY KEY AUTOINCREMENT,
  `low` integer,
  `high` integer,
  CONSTRAINT `ranges_order` CHECK (low <= high)
);
