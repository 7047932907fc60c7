namespace Cairn;

/// <summary>What a foreign key does to the referring rows.</summary>
public enum ForeignKeyAction
{
    /// <summary>Nothing is said; the database refuses the change.</summary>
    NoAction,

    /// <summary>The change is refused at once.</summary>
    Restrict,

    /// <summary>The referring rows go, or change, with it.</summary>
    Cascade,

    /// <summary>The referring columns become null.</summary>
    SetNull,

    /// <summary>The referring columns take their default.</summary>
    SetDefault,
}
