namespace Cairn.Schema.Building;

/// <summary>The schema builder: portable changes, recorded in their written order.</summary>
/// <param name="recorder">Where the operations go.</param>
public sealed partial class SchemaBuilder(ISchemaRecorder recorder)
{
    private readonly ISchemaRecorder recorder = recorder;
}
