-- body
CREATE TABLE `counted` (
  `number` bigint NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`number`)
);
