-- body
CREATE TABLE `others` (
  `id` char(36),
  `settings` json,
  `facts` json,
  `picture` longblob,
  `hash` varbinary(32),
  `status` enum('new','it''s paid','sent') NOT NULL DEFAULT 'new',
  PRIMARY KEY (`id`)
);
