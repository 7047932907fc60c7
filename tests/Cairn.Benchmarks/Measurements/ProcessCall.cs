namespace Cairn.Benchmarks.Measurements;

/// <summary>A process to be measured.</summary>
/// <param name="Program">The program's path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">Its working folder; what it prints goes into <c>output.txt</c> there.</param>
/// <param name="Environment">Set on top of this process's environment.</param>
internal sealed record ProcessCall(string Program, IReadOnlyList<string> Arguments, string Folder, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>A program that needs no settings.</summary>
    public ProcessCall(string program, IReadOnlyList<string> arguments, string folder)
        : this(program, arguments, folder, new Dictionary<string, string>(StringComparer.Ordinal))
    {
    }

    public string Output => Path.Combine(Folder, "output.txt");
}
