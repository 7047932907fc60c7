-- body
CREATE TABLE `notes` (
  `id` int NOT NULL AUTO_INCREMENT COMMENT 'the note''s number',
  PRIMARY KEY (`id`)
) COMMENT = 'what people wrote';
