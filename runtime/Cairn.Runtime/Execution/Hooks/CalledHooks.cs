namespace Cairn.Runtime.Execution.Hooks;

/// <summary>Hooks that are functions.</summary>
internal sealed class CalledHooks : IRunHooks
{
    public Func<HookedRun, CancellationToken, Task>? OnBeforeAll { get; init; }

    public Func<HookedMigration, CancellationToken, Task>? OnBeforeEach { get; init; }

    public Func<HookedMigration, CancellationToken, Task>? OnAfterEach { get; init; }

    public Func<HookedRun, CancellationToken, Task>? OnAfterAll { get; init; }

    public Task BeforeAllAsync(HookedRun run, CancellationToken cancellationToken) => OnBeforeAll?.Invoke(run, cancellationToken) ?? Task.CompletedTask;

    public Task BeforeEachAsync(HookedMigration migration, CancellationToken cancellationToken) => OnBeforeEach?.Invoke(migration, cancellationToken) ?? Task.CompletedTask;

    public Task AfterEachAsync(HookedMigration migration, CancellationToken cancellationToken) => OnAfterEach?.Invoke(migration, cancellationToken) ?? Task.CompletedTask;

    public Task AfterAllAsync(HookedRun run, CancellationToken cancellationToken) => OnAfterAll?.Invoke(run, cancellationToken) ?? Task.CompletedTask;
}
