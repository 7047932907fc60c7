using System.Runtime.CompilerServices;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>What a schema call returns: awaiting it runs the queue up to here; not awaiting it loses nothing.</summary>
/// <param name="recorder">The queue.</param>
/// <param name="recorded">The operation.</param>
public sealed class SchemaStep(ISchemaRecorder recorder, RecordedOperation recorded)
{
    /// <summary>Runs the queue up to here; gives the number of rows changed, -1 where the database does not say.</summary>
    public TaskAwaiter<int> GetAwaiter() => RunAsync().GetAwaiter();

    /// <summary>Says how raw SQL is undone, so that it can be part of a <c>Change</c>.</summary>
    /// <param name="sql">The undoing statement.</param>
    /// <exception cref="InvalidOperationException">The operation is not raw SQL.</exception>
    public SchemaStep Reverse(string sql)
    {
        recorded.Operation = recorded.Operation is RawSql raw
            ? raw with { ReverseSql = sql }
            : throw new InvalidOperationException("Only raw SQL takes .Reverse(…); other operations know their inverse.");
        return this;
    }

    /// <summary>So that <c>Task Up(Db db) => db.Schema.DropTable("t")</c> is as good as awaiting it.</summary>
    public static implicit operator Task(SchemaStep step) => step.RunAsync();

    /// <summary>The same as the conversion, by name.</summary>
    public Task ToTask() => RunAsync();

    private async Task<int> RunAsync()
    {
        await recorder.FlushAsync(CancellationToken.None);
        return recorded.Affected;
    }
}
