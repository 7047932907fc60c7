-- body
CREATE TABLE `texts` (
  `id` int NOT NULL AUTO_INCREMENT,
  `code` char(8),
  `title` varchar(255),
  `short` varchar(20),
  `body` text,
  `longer` mediumtext,
  `longest` longtext,
  PRIMARY KEY (`id`)
);
