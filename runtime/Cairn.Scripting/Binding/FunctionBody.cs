using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cairn.Scripting.Binding;

/// <summary>Makes a script's function a body to run, whatever of the allowed signatures it has.</summary>
/// <typeparam name="T">What the function works with.</typeparam>
internal static class FunctionBody<T>
{
    private const BindingFlags Constructor =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DoNotWrapExceptions;

    /// <summary>The body.</summary>
    /// <param name="function">The function.</param>
    /// <param name="isSubmission">Whether its class was made by the script compiler's own rules.</param>
    public static Func<T, CancellationToken, Task> Of(MethodInfo function, bool isSubmission) =>
        async (subject, cancellationToken) =>
        {
            var instance = await InstanceAsync(function, isSubmission);
            await Invoke(function, instance, subject, cancellationToken);
        };

    private static async ValueTask<object?> InstanceAsync(MethodInfo function, bool isSubmission)
    {
        var type = function.DeclaringType!;
        if (!isSubmission)
        {
            return function.IsStatic ? null : Instance(type);
        }

        // A submission gets the chain of those before it (none) and writes itself into the second place; its fields are set by <Initialize>.
        var instance = Activator.CreateInstance(type, Constructor, null, [new object?[2]], null)!;
        var initialise = type.GetMethod("<Initialize>", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        await initialise.CreateDelegate<Func<Task<object>>>(instance)();
        return function.IsStatic ? null : instance;
    }

    /// <summary>Without fields its constructor has nothing to do, and need not be compiled: a seventh of what a script costs to compile.</summary>
    private static object Instance(Type type) => HasFields(type)
        ? Activator.CreateInstance(type, Constructor, null, null, null)!
        : RuntimeHelpers.GetUninitializedObject(type);

    private static bool HasFields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 0;

    private static ValueTask Invoke(MethodInfo function, object? instance, T subject, CancellationToken cancellationToken)
    {
        var withToken = function.GetParameters().Length == 2;
        if (function.ReturnType == typeof(void))
        {
            if (withToken)
            {
                function.CreateDelegate<Action<T, CancellationToken>>(instance)(subject, cancellationToken);
            }
            else
            {
                function.CreateDelegate<Action<T>>(instance)(subject);
            }

            return ValueTask.CompletedTask;
        }

        if (function.ReturnType == typeof(Task))
        {
            return new ValueTask(withToken
                ? function.CreateDelegate<Func<T, CancellationToken, Task>>(instance)(subject, cancellationToken)
                : function.CreateDelegate<Func<T, Task>>(instance)(subject));
        }

        return withToken
            ? function.CreateDelegate<Func<T, CancellationToken, ValueTask>>(instance)(subject, cancellationToken)
            : function.CreateDelegate<Func<T, ValueTask>>(instance)(subject);
    }
}
