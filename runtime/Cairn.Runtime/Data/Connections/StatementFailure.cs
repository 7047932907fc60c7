using System.Diagnostics;

namespace Cairn.Runtime.Data.Connections;

/// <summary>The first statement of a migration that failed outside <c>db.Try</c>.</summary>
/// <param name="Exception">What the driver (or the dialect) threw.</param>
/// <param name="Sql">The statement, where it came so far.</param>
/// <param name="Operation">The schema operation it was part of, for people.</param>
/// <param name="Origin">Where the script recorded the operation.</param>
internal sealed record StatementFailure(Exception Exception, string? Sql, string? Operation, StackTrace? Origin);
