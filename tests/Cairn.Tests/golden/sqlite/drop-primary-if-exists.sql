-- setup
CREATE TABLE `plain` (
  `a` integer
);

-- body
