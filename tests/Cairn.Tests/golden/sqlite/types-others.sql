-- body
CREATE TABLE `others` (
  `id` char(36) NOT NULL COLLATE `NOCASE`,
  `settings` text CONSTRAINT `others_settings_check` CHECK (`settings` IS NULL OR json_valid(`settings`)),
  `facts` text CONSTRAINT `others_facts_check` CHECK (`facts` IS NULL OR json_valid(`facts`)),
  `picture` blob,
  `hash` blob(32),
  `status` text NOT NULL DEFAULT 'new' CONSTRAINT `others_status_check` CHECK (`status` IN ('new', 'it''s paid', 'sent')),
  CONSTRAINT `others_pkey` PRIMARY KEY (`id`)
);
