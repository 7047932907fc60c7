-- body
CREATE TABLE `select "x" ``y`` 'z' ☃ é` (
  `from` integer NOT NULL CONSTRAINT `select "x" ``y`` 'z' ☃ é_pkey` PRIMARY KEY AUTOINCREMENT,
  `a b` integer,
  `quo"te's` varchar(255),
  `tick``s` varchar(255) DEFAULT 'it''s "quoted" \ `so`',
  CONSTRAINT `select "x" ``y`` 'z' ☃ é_quo"te's_unique` UNIQUE (`quo"te's`)
);
CREATE INDEX `select "x" ``y`` 'z' ☃ é_a b_index` ON `select "x" ``y`` 'z' ☃ é` (`a b`);
