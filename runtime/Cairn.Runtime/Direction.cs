namespace Cairn;

/// <summary>Which way a migration goes.</summary>
public enum Direction
{
    /// <summary>Applied.</summary>
    Up,

    /// <summary>Rolled back.</summary>
    Down,
}
