using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Cairn.Benchmarks.Parts;

/// <summary>Runs each benchmark once, unmeasured: so that a change which breaks one is noticed without waiting for figures.</summary>
internal static class Smoke
{
    /// <returns>0, or 1 where one failed.</returns>
    public static int Run(TextWriter output)
    {
        var failed = 0;
        foreach (var method in Methods())
        {
            try
            {
                var parts = Activator.CreateInstance(method.DeclaringType!)!;
                Call(parts, typeof(GlobalSetupAttribute));
                Wait(method.Invoke(parts, null));
                Call(parts, typeof(GlobalCleanupAttribute));
                output.WriteLine($"{method.DeclaringType!.Name}.{method.Name}: ran");
            }
            catch (TargetInvocationException error)
            {
                failed = 1;
                output.WriteLine($"{method.DeclaringType!.Name}.{method.Name}: {error.InnerException}");
            }
        }

        return failed;
    }

    private static IEnumerable<MethodInfo> Methods() => typeof(Smoke).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Smoke).Namespace)
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null);

    private static void Call(object parts, Type mark)
    {
        foreach (var method in parts.GetType().GetMethods().Where(method => method.GetCustomAttribute(mark) is not null))
        {
            Wait(method.Invoke(parts, null));
        }
    }

    private static void Wait(object? result)
    {
        if (result is Task task)
        {
            task.GetAwaiter().GetResult();
        }
    }
}
