-- body
CREATE TABLE `select "x" ``y`` 'z' ☃ é` (
  `from` int NOT NULL AUTO_INCREMENT,
  `a b` int,
  `quo"te's` varchar(255),
  `tick``s` varchar(255) DEFAULT 'it''s "quoted" \\ `so`',
  PRIMARY KEY (`from`),
  CONSTRAINT `select "x" ``y`` 'z' ☃ é_quo"te's_unique` UNIQUE (`quo"te's`),
  INDEX `select "x" ``y`` 'z' ☃ é_a b_index` (`a b`)
);
