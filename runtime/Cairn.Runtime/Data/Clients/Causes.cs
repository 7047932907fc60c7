namespace Cairn.Runtime.Data.Clients;

/// <summary>What stands behind an exception: drivers wrap what happened.</summary>
internal static class Causes
{
    /// <summary>The exception itself, and then each one's cause.</summary>
    public static IEnumerable<Exception> Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
