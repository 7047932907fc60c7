namespace Cairn.Tool.Commands.Runs;

/// <summary>Several errors as one that has the others with it.</summary>
internal static class FoundErrors
{
    public static CairnException Joined(IReadOnlyList<CairnException> errors)
    {
        var all = errors.SelectMany(error => error.Others.Prepend(error)).ToList();
        var first = all[0];
        return new CairnException(first.Code, first.Message, first.InnerException)
        {
            Fix = first.Fix,
            File = first.File,
            Line = first.Line,
            Column = first.Column,
            DatabaseState = first.DatabaseState,
            Sql = first.Sql,
            Others = all[1..],
        };
    }
}
