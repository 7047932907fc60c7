-- body
CREATE TABLE `countries` (
  `code` char(2) NOT NULL,
  CONSTRAINT `countries_key` PRIMARY KEY (`code`)
);
