-- body
CREATE TABLE `texts` (
  `id` integer NOT NULL CONSTRAINT `texts_pkey` PRIMARY KEY AUTOINCREMENT,
  `code` char(8),
  `title` varchar(255),
  `short` varchar(20),
  `body` text,
  `longer` text,
  `longest` text
);
