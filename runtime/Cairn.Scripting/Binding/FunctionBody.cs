using System.Reflection;
using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Binding;

/// <summary>Makes a script's function a body to run, whatever of the allowed signatures it has.</summary>
internal static class FunctionBody
{
    private const BindingFlags Constructor =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DoNotWrapExceptions;

    /// <summary>The body.</summary>
    /// <param name="function">The function.</param>
    /// <param name="isSubmission">Whether its class was made by the script compiler's own rules.</param>
    public static MigrationBody Of(MethodInfo function, bool isSubmission) =>
        async (db, cancellationToken) =>
        {
            var instance = await InstanceAsync(function, isSubmission);
            await Invoke(function, instance, db, cancellationToken);
        };

    private static async ValueTask<object?> InstanceAsync(MethodInfo function, bool isSubmission)
    {
        var type = function.DeclaringType!;
        if (!isSubmission)
        {
            return function.IsStatic ? null : Activator.CreateInstance(type, Constructor, null, null, null);
        }

        // A submission gets the chain of those before it (none) and writes itself into the second place; its fields are set by <Initialize>.
        var instance = Activator.CreateInstance(type, Constructor, null, [new object?[2]], null)!;
        var initialise = type.GetMethod("<Initialize>", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        await initialise.CreateDelegate<Func<Task<object>>>(instance)();
        return function.IsStatic ? null : instance;
    }

    private static ValueTask Invoke(MethodInfo function, object? instance, Db db, CancellationToken cancellationToken)
    {
        var withToken = function.GetParameters().Length == 2;
        if (function.ReturnType == typeof(void))
        {
            if (withToken)
            {
                function.CreateDelegate<Action<Db, CancellationToken>>(instance)(db, cancellationToken);
            }
            else
            {
                function.CreateDelegate<Action<Db>>(instance)(db);
            }

            return ValueTask.CompletedTask;
        }

        if (function.ReturnType == typeof(Task))
        {
            return new ValueTask(withToken
                ? function.CreateDelegate<Func<Db, CancellationToken, Task>>(instance)(db, cancellationToken)
                : function.CreateDelegate<Func<Db, Task>>(instance)(db));
        }

        return withToken
            ? function.CreateDelegate<Func<Db, CancellationToken, ValueTask>>(instance)(db, cancellationToken)
            : function.CreateDelegate<Func<Db, ValueTask>>(instance)(db);
    }
}
