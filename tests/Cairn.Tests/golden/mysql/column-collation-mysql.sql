-- body
CREATE TABLE `words` (
  `word` varchar(255) COLLATE `utf8mb4_bin`
);
