using System.Diagnostics;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Is told of everything that a script asks for, in the order in which it would run.</summary>
internal interface IScriptListener
{
    /// <summary>Hears a schema operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="origin">Where it was recorded.</param>
    /// <returns>Whether it goes on to the dialect and the sink.</returns>
    bool Hear(SchemaOperation operation, StackTrace origin);

    /// <summary>Hears a statement of the script's own: a query, or a command of its connection.</summary>
    void Hear(string sql, StackTrace origin);

    /// <summary>Whether the script goes on although the dialect could not render the operation just heard.</summary>
    bool Forgives(Exception exception);
}
