namespace Cairn.Benchmarks.Entrants;

/// <summary>Where <c>dotnet</c> is.</summary>
internal static class Dotnet
{
    public static string Path { get; } = Find("dotnet") ?? throw new InvalidOperationException("There is no dotnet in PATH.");

    /// <summary>A program in <c>PATH</c>; null where there is none.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
