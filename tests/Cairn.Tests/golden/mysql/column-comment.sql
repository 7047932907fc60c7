-- body
CREATE TABLE `notes` (
  `text` varchar(255) COMMENT 'what it''s about'
);
