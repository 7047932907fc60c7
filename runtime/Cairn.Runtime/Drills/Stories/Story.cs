using System.Diagnostics;
using Cairn.Runtime.Drills.Crashes;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>One story as it is told: its calls one after the other, each with its line, and its first failure.</summary>
/// <param name="script">The script.</param>
/// <param name="stage">The copy.</param>
/// <param name="migrations">Runs migrations there.</param>
/// <param name="crash">Kills runs there.</param>
/// <param name="observer">Is told.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class Story(
    DrillScript script, StoryStage stage, StoryMigrations migrations, StoryCrash crash, IDrillObserver observer, CancellationToken cancellationToken) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<DrillEvent> events = [];

    public StoryStage Stage => stage;

    public StoryMigrations Migrations => migrations;

    public StoryCrash Crash => crash;

    public IReadOnlyList<DrillEvent> Events
    {
        get
        {
            lock (events)
            {
                return [.. events];
            }
        }
    }

    /// <summary>The first failure; stays where a script catches it.</summary>
    public CairnException? Failure { get; private set; }

    public ScriptPosition? Locate(StackTrace callers) => script.LocateCall(callers);

    public void Log(StackTrace callers, string text)
    {
        observer.Log(text);
        Add(text, TimeSpan.Zero, Locate(callers));
    }

    /// <summary>Does what a call asks for, when those before it are done, also where nobody awaited them.</summary>
    /// <param name="callers">The call's place.</param>
    /// <param name="what">The call, for when it fails.</param>
    /// <param name="work">Does it, and tells it in words.</param>
    public async Task DoAsync(StackTrace callers, string what, Func<CancellationToken, Task<string>> work)
    {
        await turn.WaitAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var at = Locate(callers);
        try
        {
            observer.Started(script.Path, what);
            await stage.Session.CompleteAsync();
            Add(await work(cancellationToken), clock.Elapsed, at);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = Described(exception, at);
            Failure ??= failure;
            Add($"{what}: failed", clock.Elapsed, at);
            throw failure;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Expects an error; one that comes as expected is forgiven.</summary>
    public async Task ExpectErrorAsync(StackTrace callers, string code, Func<Task> action)
    {
        var (before, sent) = (Failure, stage.Session.Failure);
        var found = await ErrorOfAsync(action);
        if (found?.Code != code)
        {
            await DoAsync(callers, $"expect {code}", _ => throw new ExpectationException(
                found is null ? $"expected the error {code}, and it went well." : $"expected the error {code}, and it is {found.Code}: {found.Message}"));
        }

        Failure = before;
        stage.Session.Forgive(sent);
        await DoAsync(callers, $"expect {code}", _ => Task.FromResult($"{code} as expected: {found!.Message}"));
    }

    /// <summary>Runs what is queued, waits for what nobody awaited, and throws the first failure.</summary>
    public async Task CompleteAsync()
    {
        await turn.WaitAsync(cancellationToken);
        turn.Release();
        if (Failure is null)
        {
            await stage.Session.CompleteAsync();
        }
    }

    /// <summary>What a script failed with, with its place.</summary>
    public CairnException Described(Exception exception, ScriptPosition? at)
    {
        var cause = exception is CairnException { Code: ErrorCodes.StatementFailed, File: null, InnerException: { } inner } ? inner : exception;
        at = Origin(cause) ?? at;
        return cause switch
        {
            ExpectationException failed => new CairnException(ErrorCodes.ExpectationFailed, failed.Message) { File = at?.File ?? script.Path, Line = at?.Line, Fix = failed.Fix },
            CairnException { File: not null } told => told,
            CairnException told => new CairnException(told.Code, told.Message, told)
            {
                File = at?.File ?? script.Path, Line = at?.Line, Fix = told.Fix, Sql = told.Sql, DatabaseState = told.DatabaseState, Others = told.Others,
            },
            System.Data.Common.DbException refused => new CairnException(ErrorCodes.StatementFailed, refused.Message, refused)
            {
                File = at?.File ?? script.Path, Line = at?.Line, Sql = stage.Session.Failure?.Sql, Fix = "Mend the script's statement; what may fail goes into drill.ExpectError or drill.Db.Try.",
            },
            _ => new CairnException(ErrorCodes.DrillScriptInvalid, $"the script failed: {cause.GetType().Name}: {cause.Message}", cause)
            {
                File = at?.File ?? script.Path, Line = at?.Line, Fix = "Mend the script.",
            },
        };
    }

    public void Dispose() => turn.Dispose();

    private ScriptPosition? Origin(Exception cause) =>
        stage.Session.Failure is { Origin: { } origin } failure && failure.Exception == cause ? Locate(origin) : script.Locate(cause);

    private async Task<CairnException?> ErrorOfAsync(Func<Task> action)
    {
        try
        {
            await action();
            await CompleteAsync();
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Described(exception, at: null);
        }
    }

    private void Add(string what, TimeSpan duration, ScriptPosition? at)
    {
        lock (events)
        {
            events.Add(new DrillEvent(what, duration, at?.Line));
        }
    }
}
