-- setup
CREATE TABLE `plain` (
  `a` int
);

-- body
