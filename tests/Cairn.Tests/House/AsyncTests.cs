using System.Reflection;
using System.Runtime.CompilerServices;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Formats;
using Xunit;

namespace Cairn.Tests.House;

/// <summary>What waits in the libraries says so in its name, and can be told to stop.</summary>
public sealed class AsyncTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Assembly[] Libraries = [typeof(Cairn.Schema.Dialects.Dialect).Assembly, typeof(MigrationSet).Assembly, typeof(CsxFormat).Assembly];

    /// <summary>Types whose methods are named for scripts, where <c>await</c> is a word and a token would be noise: the session has the run's.</summary>
    private static readonly Type[] Authoring = [typeof(Db), typeof(DbInspector), typeof(Drill), typeof(Cairn.Schema.Building.SchemaBuilder), typeof(Cairn.Schema.Building.SchemaStep)];

    /// <summary>Methods that must not be stopped half way, or have the run's token already.</summary>
    private static readonly Dictionary<string, string> WithoutToken = new()
    {
        ["RunConnection.CommitAsync"] = "a commit that was asked for is waited for",
        ["RunConnection.RollbackAsync"] = "cleaning up goes on after a cancellation",
        ["NestedTransaction.BeginAsync"] = "called by scripts; the session has the run's token",
        ["NestedTransaction.CommitAsync"] = "a commit that was asked for is waited for",
        ["IRunLock.ReleaseAsync"] = "cleaning up goes on after a cancellation",
        ["ForeignKeySwitch.RestoreAsync"] = "cleaning up goes on after a cancellation",
        ["MigrationSession.BulkLoadAsync"] = "called by scripts; the session has the run's token",
        ["MigrationSession.CompleteAsync"] = "the session has the run's token",
        ["TableWalk.BeginAsync"] = "called by scripts; the session has the run's token",
        ["TableWalk.RunAsync"] = "called by scripts; the session has the run's token",
        ["MigrationSession.TogetherAsync"] = "the session has the run's token",
        ["MigrationSession.RunTransactionAsync"] = "called by scripts; the session has the run's token",
        ["MigrationSession.CommitTogetherAsync"] = "the session has the run's token",
        ["RowsGroup.EndUnitAsync"] = "what was begun is ended, also after a cancellation",
        ["RowsGroup.CommitBeforeChangeAsync"] = "a commit that was asked for is waited for",
        ["RowsGroup.CommitAsync"] = "a commit that was asked for is waited for",
        ["RowsGroup.RollbackAsync"] = "cleaning up goes on after a cancellation",
        ["Story.DoAsync"] = "called by scripts; the story has the drill's token",
        ["Story.ExpectErrorAsync"] = "called by scripts; the story has the drill's token",
        ["Story.CompleteAsync"] = "the story has the drill's token",
        ["Fixed.TryRestoreAsync"] = "what was set is set back, also after a cancellation",
        ["HookCalls.AfterAllAsync"] = "what the host set up for the run it takes down again, also after a cancellation",
        ["InsertLoad.LoadAsync"] = "what it sends has the token",
    };

    [Fact]
    public void Methods_that_wait_end_in_Async() => Found.Nothing(
        from method in Waiting()
        where !method.Name.EndsWith("Async", StringComparison.Ordinal)
        select Told(method),
        "A method that returns a task ends in Async:");

    [Fact]
    public void Methods_that_wait_take_a_token_without_a_default() => Found.Nothing(
        from method in Waiting()
        where !WithoutToken.ContainsKey(Told(method))
        let token = Array.Find(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken))
        where token is null || token.HasDefaultValue
        select Told(method),
        "A method that returns a task takes a CancellationToken without a default value, or stands in this test with its reason:");

    [Fact]
    public void Every_exemption_is_needed() => Found.Nothing(
        WithoutToken.Keys.Except(Waiting().Where(method => !Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken))).Select(Told)),
        "These have a token or are gone; take them out of the list:");

    private static IEnumerable<MethodInfo> Waiting() =>
        from library in Libraries
        from type in library.GetTypes()
        where !Made(type) && !Authoring.Contains(type) && !typeof(Delegate).IsAssignableFrom(type)
        from method in type.GetMethods(Declared)
        where !method.IsPrivate && !method.IsSpecialName && !Made(method) && Waits(method.ReturnType) && !Given(method)
        select method;

    private static bool Waits(Type type) => type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static bool Made(MemberInfo member) => member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute))
        || (member.DeclaringType is { } outer && Made(outer));

    /// <summary>Name and parameters are given by a base class or an interface, which is looked at in its own place where it is ours.</summary>
    private static bool Given(MethodInfo method) => method.GetBaseDefinition() != method
        || (!method.DeclaringType!.IsInterface && method.DeclaringType.GetInterfaces()
            .Any(given => Array.IndexOf(method.DeclaringType.GetInterfaceMap(given).TargetMethods, method) >= 0));

    private static string Told(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
