-- Written from the tool's documentation, not recorded: the packages of FluentMigrator that were at hand do not make a runner.
CREATE TABLE `VersionInfo` (`Version` BIGINT NOT NULL, `AppliedOn` DATETIME, `Description` VARCHAR(1024) CHARACTER SET utf8mb4) ENGINE = INNODB;
CREATE UNIQUE INDEX `UC_Version` ON `VersionInfo` (`Version` ASC);
INSERT INTO `VersionInfo` (`Version`, `AppliedOn`, `Description`) VALUES (20240101120000, '2024-01-01 12:34:56', 'CreateUsers');
INSERT INTO `VersionInfo` (`Version`, `AppliedOn`, `Description`) VALUES (20240215093000, '2024-02-15 09:30:00', 'Adds what customers order');
INSERT INTO `VersionInfo` (`Version`, `AppliedOn`, `Description`) VALUES (202403010800, '2024-03-01 08:00:00', NULL);
