namespace Cairn.Benchmarks.Measurements;

/// <summary>One run of one process, as the operating system accounts for it.</summary>
/// <param name="Wall">Milliseconds from start to end.</param>
/// <param name="Processor">Milliseconds of processor time, user and system, with the processes that it started.</param>
/// <param name="Memory">Most memory held at once, in MB; 0 where it was not watched.</param>
/// <param name="ExitCode">Its exit code; negative for a signal.</param>
internal sealed record Sample(double Wall, double Processor, double Memory, int ExitCode);
