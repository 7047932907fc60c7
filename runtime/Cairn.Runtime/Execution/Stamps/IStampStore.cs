namespace Cairn.Runtime.Execution.Stamps;

/// <summary>Keeps stamps from one run to the next, where only the user who runs this can have written them. What cannot be kept or read is not there.</summary>
internal interface IStampStore
{
    /// <summary>Whether there is a place for stamps: without one nothing needs to be found out for them.</summary>
    bool IsOpen { get; }

    /// <summary>The stamp of that name; null where there is none.</summary>
    /// <param name="name">Sixteen hexadecimal digits.</param>
    byte[]? Read(string name);

    /// <summary>Keeps a stamp under that name, whole or not at all.</summary>
    /// <param name="name">Sixteen hexadecimal digits.</param>
    /// <param name="stamp">The stamp.</param>
    void Write(string name, byte[] stamp);
}
