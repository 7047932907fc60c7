using System.Diagnostics;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>Finds the line of a script in an exception: the first frame of its stack that is in one of the script's files.</summary>
/// <param name="source">The script.</param>
internal sealed class ScriptLocator(ScriptSource source)
{
    /// <summary>The place; null where no frame is in the script. The cause of an exception is asked before the exception itself.</summary>
    public ScriptPosition? Find(Exception exception)
    {
        IEnumerable<Exception> causes = exception is AggregateException aggregate
            ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner] : [];
        return causes.Select(Find).FirstOrDefault(found => found is not null) ?? InFrames(exception);
    }

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
