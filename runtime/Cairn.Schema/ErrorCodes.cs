namespace Cairn;

/// <summary>The codes of all errors; each has an entry in docs/errors.md.</summary>
public static class ErrorCodes
{
#pragma warning disable CS1591 // Each constant is explained in docs/errors.md, which a test holds against this list.

    // 1xxx names, order and plan
    public const string FileNameInvalid = "CAIRN1001";
    public const string DateInvalid = "CAIRN1002";
    public const string DuplicateVersion = "CAIRN1003";
    public const string OutOfOrderRefused = "CAIRN1004";
    public const string UnknownVersion = "CAIRN1005";
    public const string NothingApplied = "CAIRN1006";
    public const string BuiltInNotRolledBack = "CAIRN1007";
    public const string FolderMissing = "CAIRN1008";
    public const string FolderUnreadable = "CAIRN1009";
    public const string FolderEmpty = "CAIRN1010";
    public const string Irreversible = "CAIRN1011";
    public const string AlreadyApplied = "CAIRN1012";
    public const string NotApplied = "CAIRN1013";
    public const string MissingFile = "CAIRN1014";
    public const string ChangedFile = "CAIRN1015";
    public const string RenamedFile = "CAIRN1016";
    public const string PendingFound = "CAIRN1017";
    public const string SeedUnknown = "CAIRN1020";

    // 2xxx scripts
    public const string CompileError = "CAIRN2001";
    public const string DirectionMissing = "CAIRN2002";
    public const string SignatureInvalid = "CAIRN2003";
    public const string TopLevelStatements = "CAIRN2004";
    public const string LoadMissing = "CAIRN2005";
    public const string ReferenceMissing = "CAIRN2006";
    public const string SqlSectionInvalid = "CAIRN2007";
    public const string OptionInvalid = "CAIRN2008";
    public const string NotReversible = "CAIRN2009";
    public const string FileUnreadable = "CAIRN2010";
    public const string PackageLineInvalid = "CAIRN2011";
    public const string PackageUnknown = "CAIRN2012";
    public const string PackageConflict = "CAIRN2013";
    public const string PackageUnreachable = "CAIRN2014";
    public const string PackageChanged = "CAIRN2015";
    public const string PackageSdkMissing = "CAIRN2016";
    public const string PackageLockInvalid = "CAIRN2017";
    public const string PackageUnusable = "CAIRN2018";
    public const string SeedInvalid = "CAIRN2020";
    public const string BundleInvalid = "CAIRN2021";
    public const string BundleOfOther = "CAIRN2022";

    // 3xxx execution
    public const string StatementFailed = "CAIRN3001";
    public const string ScriptThrew = "CAIRN3002";
    public const string OwnTransaction = "CAIRN3003";
    public const string OperationUnsupported = "CAIRN3004";
    public const string ForeignKeyViolation = "CAIRN3005";
    public const string StatementTimeout = "CAIRN3006";
    public const string DatabaseLockTimeout = "CAIRN3007";
    public const string SingleTransactionImpossible = "CAIRN3008";
    public const string Cancelled = "CAIRN3009";
    public const string ObjectMissing = "CAIRN3010";
    public const string ConnectionLost = "CAIRN3011";
    public const string RebuildImpossible = "CAIRN3012";
    public const string ValueInvalid = "CAIRN3013";
    public const string ObjectExists = "CAIRN3014";
    public const string DiskFull = "CAIRN3015";
    public const string CatalogueHidden = "CAIRN3016";
    public const string HookFailed = "CAIRN3017";
    public const string ServiceMissing = "CAIRN3018";
    public const string TargetsFailed = "CAIRN3030";

    // 4xxx history and lock
    public const string TrackingTableShape = "CAIRN4001";
    public const string TrackingTableUnreadable = "CAIRN4002";
    public const string LockTimeout = "CAIRN4003";
    public const string HalfRunQuestion = "CAIRN4004";
    public const string HalfRunChanged = "CAIRN4005";
    public const string HalfRunDiverged = "CAIRN4006";
    public const string HalfRunElsewhere = "CAIRN4007";
    public const string UndoImpossible = "CAIRN4008";
    public const string LockLost = "CAIRN4010";
    public const string LockAlive = "CAIRN4011";

    // 5xxx drills
    public const string DrillFailed = "CAIRN5001";
    public const string ScratchNotEmpty = "CAIRN5002";
    public const string ScratchRightsMissing = "CAIRN5003";
    public const string ScratchNotOurs = "CAIRN5004";
    public const string ScratchFailed = "CAIRN5005";
    public const string DrillScriptInvalid = "CAIRN5006";
    public const string ExpectationFailed = "CAIRN5007";
    public const string DrillTimeout = "CAIRN5008";
    public const string GitFailed = "CAIRN5009";

    // 51xx lint
    public const string LintFound = "CAIRN5101";

    // 52xx squash
    public const string SquashRefused = "CAIRN5201";
    public const string SquashNotProven = "CAIRN5202";
    public const string SquashInterrupted = "CAIRN5203";
    public const string SquashHalfApplied = "CAIRN5204";

    // 53xx taking over another tool's records
    public const string AdoptionTableMissing = "CAIRN5301";
    public const string AdoptionTableShape = "CAIRN5302";
    public const string AdoptionInProgress = "CAIRN5303";
    public const string AdoptionFailedRow = "CAIRN5304";
    public const string AdoptionUnmatched = "CAIRN5305";
    public const string AdoptionAmbiguous = "CAIRN5306";
    public const string AdoptionNameDiffers = "CAIRN5307";

    // 6xxx snapshot and diff
    public const string StructureUnreadable = "CAIRN6001";
    public const string SnapshotInvalid = "CAIRN6002";
    public const string SnapshotOfOther = "CAIRN6003";
    public const string DataLossRefused = "CAIRN6004";
    public const string ChangeImpossible = "CAIRN6005";
    public const string DifferencesFound = "CAIRN6006";

    // 7xxx settings and command line
    public const string SettingUnknown = "CAIRN7001";
    public const string SettingInvalid = "CAIRN7002";
    public const string ConnectionInvalid = "CAIRN7003";
    public const string Unreachable = "CAIRN7004";
    public const string LoginRefused = "CAIRN7005";
    public const string DatabaseMissing = "CAIRN7006";
    public const string ReadOnlyDatabase = "CAIRN7007";
    public const string ConfirmationNeeded = "CAIRN7008";
    public const string CommandLineInvalid = "CAIRN7009";
    public const string VariableMissing = "CAIRN7010";
    public const string ConfigFileInvalid = "CAIRN7011";
    public const string FileExists = "CAIRN7012";
    public const string FileNotWritten = "CAIRN7013";
    public const string CheckFailed = "CAIRN7020";
    public const string TargetsInvalid = "CAIRN7030";
    public const string FleetReportInvalid = "CAIRN7031";

    // 8xxx drivers and packages
    public const string DriverMissing = "CAIRN8001";
    public const string DriverBroken = "CAIRN8002";
    public const string PackageNotFetched = "CAIRN8003";

    // 9xxx the tool itself
    public const string Defect = "CAIRN9001";
    public const string InstallationBroken = "CAIRN9002";
}
