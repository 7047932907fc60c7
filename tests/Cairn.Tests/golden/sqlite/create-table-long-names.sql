-- body
CREATE TABLE `a_table_with_a_name_that_is_rather_long` (
  `id` integer NOT NULL CONSTRAINT `a_table_with_a_name_that_is_rather_long_pkey` PRIMARY KEY AUTOINCREMENT,
  `and_a_column_with_a_long_name_too` integer,
  `ünd_eine_spalte_mit_ümläüten_üüü` integer,
  CONSTRAINT `a_table_with_a_name_that_is_rather_long_ünd_eine_s_965c10d7` UNIQUE (`ünd_eine_spalte_mit_ümläüten_üüü`)
);
CREATE INDEX `a_table_with_a_name_that_is_rather_long_and_a_colum_88189cd5` ON `a_table_with_a_name_that_is_rather_long` (`and_a_column_with_a_long_name_too`);
