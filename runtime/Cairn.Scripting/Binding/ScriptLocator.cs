using System.Diagnostics;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>Finds the line of a script in an exception: the first frame of its stack that is in one of the script's files.</summary>
/// <param name="source">The script.</param>
/// <param name="lines">The lines of the assemblies that it was compiled into.</param>
internal sealed class ScriptLocator(ScriptSource source, DebugLines lines)
{
    /// <summary>The place; null where no frame is in the script. The cause of an exception is asked before the exception itself.</summary>
    public ScriptPosition? Find(Exception exception)
    {
        IEnumerable<Exception> causes = exception is AggregateException aggregate
            ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner] : [];
        return causes.Select(Find).FirstOrDefault(found => found is not null) ?? InFrames(exception);
    }

    /// <summary>The place among the callers of something that the script recorded; null where it is not among them.</summary>
    public ScriptPosition? Find(StackTrace callers) => callers.GetFrames()
        .Select(frame => lines.Find(frame) is { } found && source.DisplayOf(found.File) is { } file ? new ScriptPosition(file, found.Line) : null)
        .FirstOrDefault(found => found is not null);

    private ScriptPosition? InFrames(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileLineNumber() is > 0 and var line && source.DisplayOf(frame.GetFileName()) is { } file)
            {
                return new ScriptPosition(file, line);
            }
        }

        return null;
    }
}
