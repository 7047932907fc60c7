using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>Triggers.</summary>
internal static class TriggerRendering
{
    /// <summary>CREATE TRIGGER.</summary>
    public static RenderedOperation Create(CreateTrigger create)
    {
        var body = create.Body.Trim();
        var when = create.When is null ? "" : $" WHEN ({create.When})";
        var trigger = SqliteNames.Quote(ConstraintRendering.RequirePlainName(create.Trigger));
        var table = SqliteNames.Quote(ConstraintRendering.RequirePlainName(create.Table));
        return new RenderedOperation(
            [new($"CREATE TRIGGER {trigger} {create.Timing.Trim()} ON {table} FOR EACH ROW{when} BEGIN\n{body}{(body.EndsWith(';') ? "" : ";")}\nEND")]);
    }

    /// <summary>DROP TRIGGER.</summary>
    public static async ValueTask<RenderedOperation> DropAsync(DropTrigger drop, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        var (name, table) = (ConstraintRendering.RequirePlainName(drop.Trigger), ConstraintRendering.RequirePlainName(drop.Table));
        var triggers = objects.Of(table, "trigger").ToList();
        if (triggers.Find(trigger => SqliteNames.Same(trigger.Name, name)) is { } found)
        {
            return new RenderedOperation([new($"DROP TRIGGER {SqliteNames.Quote(found.Name)}")]);
        }

        return drop.IfExists ? new RenderedOperation([]) : throw SqliteRefusal.Missing(table, "trigger", name, triggers.Select(trigger => trigger.Name));
    }
}
