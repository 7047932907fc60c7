using Cairn.Runtime.Execution.Hooks;

namespace Cairn.Runtime.Hosting;

/// <summary>What the application does around a run. All of it happens under the migration lock, and only where there is something to run.</summary>
public sealed partial class CairnOptions
{
    /// <summary>The hooks, called in this order.</summary>
    public IList<IRunHooks> Hooks { get; } = [];

    /// <summary>Before the first migration of a run. Where it throws, nothing is run.</summary>
    public CairnOptions BeforeAll(Func<HookedRun, CancellationToken, Task> call) => Add(new CalledHooks { OnBeforeAll = call });

    /// <summary>Before each migration, outside its transaction. Where it throws, the migration is not run, and the run ends.</summary>
    public CairnOptions BeforeEach(Func<HookedMigration, CancellationToken, Task> call) => Add(new CalledHooks { OnBeforeEach = call });

    /// <summary>After each migration that went well, once it is committed and recorded. Where it throws, it stays so, and the run ends.</summary>
    public CairnOptions AfterEach(Func<HookedMigration, CancellationToken, Task> call) => Add(new CalledHooks { OnAfterEach = call });

    /// <summary>After a run, also after one that failed or was cancelled.</summary>
    public CairnOptions AfterAll(Func<HookedRun, CancellationToken, Task> call) => Add(new CalledHooks { OnAfterAll = call });

    private CairnOptions Add(IRunHooks hooks)
    {
        Hooks.Add(hooks);
        return this;
    }
}
