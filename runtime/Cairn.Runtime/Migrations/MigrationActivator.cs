using System.Reflection;

namespace Cairn.Runtime.Migrations;

/// <summary>Makes the instance of a migration in class form, whose constructor may ask for the host's services.</summary>
internal static class MigrationActivator
{
    private const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <exception cref="CairnException">A service that it asks for is not there (CAIRN3018).</exception>
    public static Migration Create(Type type, Db db)
    {
        if (type.GetConstructors(Constructors) is [{ } only] && only.GetParameters().Length == 0)
        {
            return With(db, only, []);
        }

        var services = db.Options.Services;
        var constructor = Choose(type, services);
        var arguments = Array.ConvertAll(constructor.GetParameters(), parameter => Find(parameter, services) ?? Default(type, parameter, services));
        return With(db, constructor, arguments);
    }

    /// <summary>What would be missing, as far as that can be told without making a service; null for nothing.</summary>
    public static CairnException? Check(Type type, IServiceProvider? services)
    {
        var missing = Array.Find(Choose(type, services).GetParameters(), parameter => !Has(parameter, services));
        return missing is null ? null : Missing(type, missing, services);
    }

    /// <summary>The one that asks for the most of those that can be had; where none can, the error is about the one that asks for the least.</summary>
    private static ConstructorInfo Choose(Type type, IServiceProvider? services)
    {
        var all = type.GetConstructors(Constructors);
        if (all.Length == 1)
        {
            return all[0];
        }

        return all.Where(constructor => Array.TrueForAll(constructor.GetParameters(), parameter => Has(parameter, services))).MaxBy(constructor => constructor.GetParameters().Length)
            ?? all.MinBy(constructor => constructor.GetParameters().Length)!;
    }

    private static Migration With(Db db, ConstructorInfo constructor, object?[] arguments)
    {
        var migration = (Migration)constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        migration.Db = db;
        return migration;
    }

    private static bool Has(ParameterInfo parameter, IServiceProvider? services) =>
        parameter.HasDefaultValue || (services is not null && HostServices.Knows(services, parameter.ParameterType));

    private static object? Find(ParameterInfo parameter, IServiceProvider? services) => services?.GetService(parameter.ParameterType);

    private static object? Default(Type type, ParameterInfo parameter, IServiceProvider? services) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : throw Missing(type, parameter, services);

    private static CairnException Missing(Type type, ParameterInfo parameter, IServiceProvider? services) =>
        HostServices.Missing($"The constructor of the migration {type.Name}", parameter.ParameterType, services);
}
