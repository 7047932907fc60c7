-- body
DROP TABLE IF EXISTS `nothing`;
