-- body
CREATE TABLE `defaults` (
  `id` integer NOT NULL CONSTRAINT `defaults_pkey` PRIMARY KEY AUTOINCREMENT,
  `id2` char(36) DEFAULT '6f1d2c3b-0000-4000-8000-00000000abcd' COLLATE `NOCASE`,
  `settings` text DEFAULT '{"a":[1]}' CONSTRAINT `defaults_settings_check` CHECK (`settings` IS NULL OR json_valid(`settings`)),
  `list` text DEFAULT '[1,2]' CONSTRAINT `defaults_list_check` CHECK (`list` IS NULL OR json_valid(`list`)),
  `bytes` blob(4) DEFAULT X'00FF10',
  `raw` integer DEFAULT ((1 + 1))
);
