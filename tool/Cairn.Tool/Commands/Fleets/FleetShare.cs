namespace Cairn.Tool.Commands.Fleets;

/// <summary>What the targets of one run have in common: the migrations, and the answer to the one question before data is lost.</summary>
/// <param name="migrations">The migrations.</param>
/// <param name="ask">Asks, once for all targets.</param>
internal sealed class FleetShare(SharedMigrations migrations, Func<string, Task> ask)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, Task> _made = [];
    private Task? _asked;

    public SharedMigrations Migrations => migrations;

    /// <summary>Why nobody may go on; null where nothing was asked, or the answer was yes.</summary>
    public CairnException? Refused => _asked is { IsFaulted: true, Exception.InnerException: CairnException error } ? error : null;

    /// <summary>The first who asks has the question put; all others wait for the same answer.</summary>
    /// <exception cref="CairnException">There is nobody to ask (CAIRN7008), or the answer was no (CAIRN3009).</exception>
    public Task AskAsync(string what)
    {
        lock (_lock)
        {
            return _asked ??= Task.Run(() => ask(what));
        }
    }

    /// <summary>What the first target makes, for all of them: there is one of each type.</summary>
    /// <exception cref="CairnException">It could not be made; the same for each target.</exception>
    public Task<T> OnceAsync<T>(Func<Task<T>> make)
    {
        lock (_lock)
        {
            if (!_made.TryGetValue(typeof(T), out var made))
            {
                _made[typeof(T)] = made = Task.Run(make);
            }

            return (Task<T>)made;
        }
    }
}
