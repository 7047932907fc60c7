-- body
CREATE TABLE `notes` (
  `text` varchar(255)
);
