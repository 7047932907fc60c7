namespace Cairn.Runtime.Migrations;

/// <summary>Several errors found in one pass become one exception.</summary>
internal static class ErrorList
{
    /// <summary>Throws the first, with all further ones in its <see cref="CairnException.Others"/>; nothing where there is none.</summary>
    public static void ThrowIfAny(IReadOnlyList<CairnException> errors)
    {
        if (errors.Count > 0)
        {
            throw Combine(errors);
        }
    }

    private static CairnException Combine(IReadOnlyList<CairnException> errors)
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
