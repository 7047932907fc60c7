using Cairn.Schema.Snapshots;

namespace Cairn.Tool.Commands.Snapshots;

/// <summary>Says so where two structures come from servers that may print the same thing in two ways.</summary>
internal static class ServerVersions
{
    public static void Warn(CommandContext context, SchemaSnapshot current, SchemaSnapshot wanted)
    {
        if (Major(wanted) is { } then && Major(current) is { } now && then != now)
        {
            context.Observer.Warning($"The snapshot was taken from version {wanted.ServerVersion} of the server, and this one is {current.ServerVersion}: some of what differs may only be printed in another way.");
        }
    }

    private static string? Major(SchemaSnapshot snapshot) => snapshot.ServerVersion?.Split('.', ' ')[0];
}
