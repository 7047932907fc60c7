-- setup
CREATE TABLE `plain` (
  `code` char(4) NOT NULL
);

-- body
ALTER TABLE `plain` ADD PRIMARY KEY (`code`);
