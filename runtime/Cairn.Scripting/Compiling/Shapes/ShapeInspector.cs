using Cairn.Scripting.Compiling.Roads;
using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Shapes;

/// <summary>Checks that a script that compiles is a migration: its functions or its class, their signatures and options.</summary>
internal static class ShapeInspector
{
    /// <summary>Looks at the script's members.</summary>
    public static Shape Inspect(TakenScript taken)
    {
        var errors = new ShapeErrors(taken.Script.Source);
        var functions = taken.Type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.MethodKind == MethodKind.Ordinary && !method.IsImplicitlyDeclared)
            .ToList();
        if (RunShape.Of(taken.Script.Source.Kind) is { } run)
        {
            run.Check(functions, errors);
            return new Shape(errors.All.Count == 0 ? Names.OfType(taken.Type) : null, ScriptForm.Run, errors.All);
        }

        var directions = functions.Where(method => method.Name is "Up" or "Down" or "Change").ToList();
        var classes = MigrationClasses(taken).ToList();
        OptionShape.RefuseElsewhere(functions.Except(directions, SymbolEqualityComparer.Default), errors);
        if (classes.Count > 0)
        {
            return InspectClasses(classes, directions, errors);
        }

        var form = directions.Exists(method => method.Name == "Change") ? ScriptForm.Change : ScriptForm.Functions;
        FunctionShape.Check(directions, functions, errors);
        return new Shape(errors.All.Count == 0 ? Names.OfType(taken.Type) : null, form, errors.All);
    }

    private static Shape InspectClasses(List<INamedTypeSymbol> classes, List<IMethodSymbol> directions, ShapeErrors errors)
    {
        if (classes.Count > 1)
        {
            errors.Add(
                ErrorCodes.SignatureInvalid, $"more than one class derives from Migration: {string.Join(", ", classes.Select(type => type.Name))}",
                "keep one class per file, or make the others abstract", classes[1]);
        }
        else if (directions.Count > 0)
        {
            errors.Add(
                ErrorCodes.SignatureInvalid, $"both a class deriving from Migration and a function {directions[0].Name}",
                "keep one of the two forms", directions[0]);
        }
        else
        {
            ClassShape.Check(classes[0], errors);
        }

        return new Shape(errors.All.Count == 0 ? Names.OfType(classes[0]) : null, ScriptForm.Class, errors.All);
    }

    // In the class itself, or beside it where the types were lifted.
    private static IEnumerable<INamedTypeSymbol> MigrationClasses(TakenScript taken)
    {
        var beside = taken.IsSubmission ? [] : taken.Type.ContainingNamespace.GetTypeMembers();
        return taken.Type.GetTypeMembers().Concat(beside).Where(type => !type.IsAbstract && Names.IsMigration(type));
    }
}
