using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cairn.Tests.House;

/// <summary>All that an assembly shows, as lines: types, and under each its members.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var member in type.GetMembers(Declared).Where(member => !IsMade(member, type)).Select(Line).OfType<string>().Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : "class";
        var how = kind != "class" ? "" : type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var parents = new[] { type.BaseType }.Where(parent => kind == "class" && parent is not null && parent != typeof(object))
            .Concat(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).OrderBy(parent => parent.FullName, StringComparer.Ordinal))
            .Select(parent => TypeNames.Of(parent!)).ToList();
        return $"{how}{kind} {type.Namespace}.{TypeNames.Of(type)}{(parents.Count > 0 && (kind is "class" or "interface") ? $" : {string.Join(", ", parents)}" : "")}";
    }

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field when Shown(field) => $"const {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field when Shown(field) => $"{Static(field.IsStatic)}{TypeNames.Of(field.FieldType)} {field.Name}",
        ConstructorInfo constructor when Shown(constructor) => $"new({Parameters(constructor)})",
        PropertyInfo property when Shown(property.GetMethod) || Shown(property.SetMethod) => Property(property),
        EventInfo made when Shown(made.AddMethod) => $"event {made.Name}",
        MethodInfo { IsSpecialName: false } method when Shown(method) => Method(method),
        MethodInfo { IsSpecialName: true } method when Shown(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => Method(method),
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        var accessors = new List<string>();
        if (Shown(property.GetMethod))
        {
            accessors.Add("get");
        }

        if (Shown(property.SetMethod))
        {
            accessors.Add(property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set");
        }

        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var type = TypeNames.Of(property.PropertyType) + (Nullability.Create(property).ReadState == NullabilityState.Nullable && !property.PropertyType.IsValueType ? "?" : "");
        return $"{Static((property.GetMethod ?? property.SetMethod)!.IsStatic)}{required}{type} {property.Name} {{ {string.Join("; ", accessors)} }}";
    }

    private static string Method(MethodInfo method)
    {
        var how = method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsInterface ? "virtual " : "";
        var access = method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "";
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{access}{how}{TypeNames.Of(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(parameter =>
            $"{TypeNames.Of(parameter.ParameterType)}{Mark(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));
    }

    private static string Mark(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.Nullable ? "?" : "";

    private static bool Shown(FieldInfo field) => field.IsPublic || field.IsFamily;

    private static bool Shown(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    /// <summary>What the compiler makes of a record or an enum is the same for all of them.</summary>
    private static bool IsMade(MemberInfo member, Type type) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not PropertyInfo
        || member.Name is "EqualityContract" or "PrintMembers" or "<Clone>$" or "value__"
        || (member is MethodInfo { Name: "Equals" or "GetHashCode" or "ToString" } && type.GetMethod("<Clone>$", Declared) is not null);
}
