-- body
CREATE TABLE `notes` (
  `id` integer NOT NULL CONSTRAINT `notes_pkey` PRIMARY KEY AUTOINCREMENT
);
