-- body
CREATE TABLE `counted` (
  `number` int NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`number`)
);
