-- body
CREATE TABLE `counted` (
  `number` integer NOT NULL CONSTRAINT `counted_pkey` PRIMARY KEY AUTOINCREMENT
);
