-- body
CREATE TABLE `words` (
  `word` varchar(255) COLLATE `NOCASE`
);
