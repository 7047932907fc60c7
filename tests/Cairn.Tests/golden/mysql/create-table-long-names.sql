-- body
CREATE TABLE `a_table_with_a_name_that_is_rather_long` (
  `id` int NOT NULL AUTO_INCREMENT,
  `and_a_column_with_a_long_name_too` int,
  `ünd_eine_spalte_mit_ümläüten_üüü` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `a_table_with_a_name_that_is_rather_long_ünd_eine_s_965c10d7` UNIQUE (`ünd_eine_spalte_mit_ümläüten_üüü`),
  INDEX `a_table_with_a_name_that_is_rather_long_and_a_colum_88189cd5` (`and_a_column_with_a_long_name_too`)
);
