-- body
CREATE TABLE `boxes` (
  `id` int NOT NULL AUTO_INCREMENT,
  `width` int NOT NULL,
  `area` int GENERATED ALWAYS AS (width * width) VIRTUAL,
  PRIMARY KEY (`id`)
);
