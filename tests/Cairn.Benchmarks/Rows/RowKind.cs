namespace Cairn.Benchmarks.Rows;

/// <summary>What a row is about.</summary>
internal enum RowKind
{
    /// <summary>All is applied.</summary>
    NoOp,

    /// <summary>One is pending.</summary>
    One,

    /// <summary>All are pending.</summary>
    Many,

    /// <summary>How much memory it takes.</summary>
    Memory,
}
