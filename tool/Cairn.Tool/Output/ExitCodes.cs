namespace Cairn.Tool.Output;

/// <summary>The process's exit codes, and which error ends with which. One table; the contract is docs/commands.md.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Wrong = 2;
    public const int Found = 3;
    public const int LockNotHad = 4;
    public const int Unreachable = 5;
    public const int Defect = 70;
    public const int Cancelled = 130;

    private static readonly Dictionary<string, int> Codes = new(StringComparer.Ordinal)
    {
        [ErrorCodes.FileNameInvalid] = Wrong,
        [ErrorCodes.DateInvalid] = Wrong,
        [ErrorCodes.DuplicateVersion] = Wrong,
        [ErrorCodes.OutOfOrderRefused] = Found,
        [ErrorCodes.UnknownVersion] = Wrong,
        [ErrorCodes.NothingApplied] = Wrong,
        [ErrorCodes.BuiltInNotRolledBack] = Wrong,
        [ErrorCodes.FolderMissing] = Wrong,
        [ErrorCodes.FolderUnreadable] = Wrong,
        [ErrorCodes.FolderEmpty] = Wrong,
        [ErrorCodes.Irreversible] = Wrong,
        [ErrorCodes.AlreadyApplied] = Wrong,
        [ErrorCodes.NotApplied] = Wrong,
        [ErrorCodes.MissingFile] = Found,
        [ErrorCodes.ChangedFile] = Found,
        [ErrorCodes.RenamedFile] = Found,
        [ErrorCodes.PendingFound] = Found,
        [ErrorCodes.SeedUnknown] = Wrong,

        [ErrorCodes.CompileError] = Wrong,
        [ErrorCodes.DirectionMissing] = Wrong,
        [ErrorCodes.SignatureInvalid] = Wrong,
        [ErrorCodes.TopLevelStatements] = Wrong,
        [ErrorCodes.LoadMissing] = Wrong,
        [ErrorCodes.ReferenceMissing] = Wrong,
        [ErrorCodes.SqlSectionInvalid] = Wrong,
        [ErrorCodes.OptionInvalid] = Wrong,
        [ErrorCodes.NotReversible] = Wrong,
        [ErrorCodes.FileUnreadable] = Wrong,
        [ErrorCodes.PackageLineInvalid] = Wrong,
        [ErrorCodes.PackageUnknown] = Wrong,
        [ErrorCodes.PackageConflict] = Wrong,
        [ErrorCodes.PackageUnreachable] = Wrong,
        [ErrorCodes.PackageChanged] = Wrong,
        [ErrorCodes.PackageSdkMissing] = Wrong,
        [ErrorCodes.PackageLockInvalid] = Wrong,
        [ErrorCodes.PackageUnusable] = Wrong,
        [ErrorCodes.SeedInvalid] = Wrong,
        [ErrorCodes.BundleInvalid] = Wrong,
        [ErrorCodes.BundleOfOther] = Wrong,

        [ErrorCodes.StatementFailed] = Failed,
        [ErrorCodes.ScriptThrew] = Failed,
        [ErrorCodes.OwnTransaction] = Failed,
        [ErrorCodes.OperationUnsupported] = Failed,
        [ErrorCodes.ForeignKeyViolation] = Failed,
        [ErrorCodes.StatementTimeout] = Failed,
        [ErrorCodes.DatabaseLockTimeout] = Failed,
        [ErrorCodes.SingleTransactionImpossible] = Wrong,
        [ErrorCodes.Cancelled] = Cancelled,
        [ErrorCodes.ObjectMissing] = Failed,
        [ErrorCodes.ConnectionLost] = Failed,
        [ErrorCodes.RebuildImpossible] = Failed,
        [ErrorCodes.ValueInvalid] = Failed,
        [ErrorCodes.ObjectExists] = Failed,
        [ErrorCodes.DiskFull] = Failed,
        [ErrorCodes.CatalogueHidden] = Failed,
        [ErrorCodes.HookFailed] = Failed,
        [ErrorCodes.ServiceMissing] = Wrong,
        [ErrorCodes.TargetsFailed] = Failed,

        [ErrorCodes.TrackingTableShape] = Failed,
        [ErrorCodes.TrackingTableUnreadable] = Failed,
        [ErrorCodes.LockTimeout] = LockNotHad,
        [ErrorCodes.HalfRunQuestion] = Failed,
        [ErrorCodes.HalfRunChanged] = Failed,
        [ErrorCodes.HalfRunDiverged] = Failed,
        [ErrorCodes.HalfRunElsewhere] = Failed,
        [ErrorCodes.UndoImpossible] = Failed,
        [ErrorCodes.LockLost] = Failed,
        [ErrorCodes.LockAlive] = LockNotHad,

        [ErrorCodes.DrillFailed] = Found,
        [ErrorCodes.ScratchNotEmpty] = Wrong,
        [ErrorCodes.ScratchRightsMissing] = Failed,
        [ErrorCodes.ScratchNotOurs] = Failed,
        [ErrorCodes.ScratchFailed] = Failed,
        [ErrorCodes.DrillScriptInvalid] = Wrong,
        [ErrorCodes.ExpectationFailed] = Found,
        [ErrorCodes.DrillTimeout] = Found,
        [ErrorCodes.GitFailed] = Wrong,

        [ErrorCodes.LintFound] = Found,

        [ErrorCodes.SquashRefused] = Wrong,
        [ErrorCodes.SquashNotProven] = Found,
        [ErrorCodes.SquashInterrupted] = Wrong,
        [ErrorCodes.SquashHalfApplied] = Found,

        [ErrorCodes.AdoptionTableMissing] = Wrong,
        [ErrorCodes.AdoptionTableShape] = Wrong,
        [ErrorCodes.AdoptionInProgress] = LockNotHad,
        [ErrorCodes.AdoptionFailedRow] = Found,
        [ErrorCodes.AdoptionUnmatched] = Found,
        [ErrorCodes.AdoptionAmbiguous] = Found,
        [ErrorCodes.AdoptionNameDiffers] = Found,

        [ErrorCodes.StructureUnreadable] = Failed,
        [ErrorCodes.SnapshotInvalid] = Wrong,
        [ErrorCodes.SnapshotOfOther] = Wrong,
        [ErrorCodes.DataLossRefused] = Wrong,
        [ErrorCodes.ChangeImpossible] = Failed,
        [ErrorCodes.DifferencesFound] = Found,

        [ErrorCodes.SettingUnknown] = Wrong,
        [ErrorCodes.SettingInvalid] = Wrong,
        [ErrorCodes.ConnectionInvalid] = Wrong,
        [ErrorCodes.Unreachable] = Unreachable,
        [ErrorCodes.LoginRefused] = Unreachable,
        [ErrorCodes.DatabaseMissing] = Unreachable,
        [ErrorCodes.ReadOnlyDatabase] = Failed,
        [ErrorCodes.ConfirmationNeeded] = Wrong,
        [ErrorCodes.CommandLineInvalid] = Wrong,
        [ErrorCodes.VariableMissing] = Wrong,
        [ErrorCodes.ConfigFileInvalid] = Wrong,
        [ErrorCodes.FileExists] = Wrong,
        [ErrorCodes.FileNotWritten] = Wrong,
        [ErrorCodes.CheckFailed] = Found,
        [ErrorCodes.TargetsInvalid] = Wrong,
        [ErrorCodes.FleetReportInvalid] = Wrong,

        [ErrorCodes.DriverMissing] = Wrong,
        [ErrorCodes.DriverBroken] = Wrong,
        [ErrorCodes.PackageNotFetched] = Failed,

        [ErrorCodes.Defect] = Defect,
        [ErrorCodes.InstallationBroken] = Wrong,
    };

    /// <summary>Every code that the table has.</summary>
    public static IReadOnlyDictionary<string, int> All => Codes;

    /// <summary>The exit code of an error; 0 for none.</summary>
    public static int Of(CairnException? error) => error is null ? Done : Codes.GetValueOrDefault(error.Code, Failed);
}
