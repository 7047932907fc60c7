-- body
CREATE TABLE `nulls` (
  `id` integer NOT NULL CONSTRAINT `nulls_pkey` PRIMARY KEY AUTOINCREMENT,
  `required` integer NOT NULL,
  `optional` integer,
  `unsaid` integer
);
